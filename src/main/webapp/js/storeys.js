import { el } from './dom.js';
import { elementsOf } from './elements.js';

/** Buttons that show and hide the storeys of a building; nothing where it has but one. */
export class Storeys {
  constructor(model, onChange) {
    this.levels = elementsOf(model, 'level');
    this.onChange = onChange;
    // As they stand: the highest on top.
    const order = [...this.levels].sort((a, b) => (b.userData.elevation ?? 0) - (a.userData.elevation ?? 0));
    this.root = el(
      'div',
      { className: 'storeys', role: 'group', 'aria-label': 'Storeys', hidden: this.levels.length < 2 },
      order.map((level, i) => this.button(level, order.length - i)),
    );
  }

  button(level, number) {
    const name = level.userData.label || `Level ${number}`;
    const onclick = (event) => {
      level.visible = !level.visible;
      event.currentTarget.setAttribute('aria-pressed', String(level.visible));
      this.onChange();
    };
    return el('button', { type: 'button', className: 'storey', title: name, 'aria-pressed': 'true', onclick }, name);
  }
}
