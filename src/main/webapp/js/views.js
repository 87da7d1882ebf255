import { el } from './dom.js';

/** The model, and the pictures of it, one at a time. */
export class Views {
  constructor() {
    this.bar = el('div', { className: 'views', role: 'group', 'aria-label': 'What is shown', hidden: true });
    this.stage = el('div', {});
    this.root = el('div', {}, this.bar, this.stage);
    this.shown = null;
  }

  /** A view of its own; the first is shown. */
  add(name, content) {
    const view = { content };
    view.button = el('button', { type: 'button', className: 'view', onclick: () => this.show(view) }, name);
    this.bar.append(view.button);
    this.bar.hidden = this.bar.children.length < 2;
    this.stage.append(content);
    if (this.shown) this.mark(view, false);
    else this.show(view);
  }

  show(view) {
    if (this.shown) this.mark(this.shown, false);
    this.shown = view;
    this.mark(view, true);
  }

  mark(view, on) {
    view.content.hidden = !on;
    view.button.setAttribute('aria-pressed', String(on));
  }
}

/** A picture that is fetched when it is looked at. */
export function picture(src, href, alt) {
  const image = el('img', { src, alt, loading: 'lazy', className: 'view-picture' });
  const frame = el('a', { href, target: '_blank', className: 'card view-frame', title: 'Open by itself' }, image);
  image.addEventListener('error', () => {
    frame.replaceChildren(el('p', { className: 'muted' }, 'There is no such picture of this drawing.'));
  });
  return frame;
}
