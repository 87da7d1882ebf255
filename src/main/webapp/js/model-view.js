import { el, icon, ICONS } from './dom.js';
import { elementInfo } from './element-info.js';
import { elementsOf } from './elements.js';
import { squareMetres } from './format.js';
import { Labels } from './labels.js';
import { Storeys } from './storeys.js';
import { Viewer } from './viewer.js';
import { Walk } from './walk.js';

const STEP = Math.PI / 24;

const HELP = 'Drag or use the arrow keys to turn, scroll or + and − to zoom, 0 to see everything, tap for details.';

/** The model in 3D with its buttons, room names, details and list of rooms. */
export class ModelView {
  constructor(job) {
    this.canvas = el('canvas', {
      tabIndex: 0,
      role: 'application',
      'aria-label': `${job.name} in 3D. ${HELP}`,
      'aria-roledescription': '3D view',
      onkeydown: (event) => this.key(event),
    });
    this.details = el('div', { className: 'details' });
    this.viewport = el('div', { className: 'viewport' }, this.canvas, this.details);
    this.root = el('section', { className: 'card viewer', 'aria-label': 'Model in 3D' }, this.viewport);
    this.viewer = new Viewer(this.canvas, {
      onFrame: (camera) => this.labels?.place(camera),
      onPick: (element) => this.show(element),
    });
  }

  async load(path, signal) {
    const answer = await fetch(path, { signal });
    if (!answer.ok) throw new Error(`the model could not be fetched (status ${answer.status}).`);
    await this.viewer.load(await answer.arrayBuffer());
    this.labels = new Labels(this.viewer.model, this.viewer.asset.extras?.origin ?? [0, 0, 0]);
    this.storeys = new Storeys(this.viewer.model, () => this.viewer.invalidate());
    this.walk = new Walk(this.viewer, (on) => this.walked(on));
    this.viewport.append(this.labels.root, this.storeys.root, this.toolbar(), this.walk.pad);
    this.root.append(el('p', { className: 'muted viewer-help' }, HELP), this.rooms());
  }

  start() {
    this.viewer.start();
    this.root.dataset.ready = 'true';
  }

  toolbar() {
    this.labelsButton = tool('Room names', ICONS.labels, () => this.toggleLabels());
    this.labelsButton.setAttribute('aria-pressed', 'true');
    this.walkButton = tool('Walk', ICONS.walk, () => this.walk.toggle());
    this.walkButton.setAttribute('aria-pressed', 'false');
    return el(
      'div',
      { className: 'toolbar', role: 'group', 'aria-label': 'View' },
      tool('See everything', ICONS.fit, () => this.see(() => this.viewer.fit())),
      tool('From above', ICONS.top, () => this.see(() => this.viewer.top())),
      this.labelsButton,
      this.walkButton,
    );
  }

  see(view) {
    this.walk.stop();
    view();
  }

  toggleLabels() {
    const { root } = this.labels;
    root.hidden = !root.hidden;
    this.labelsButton.setAttribute('aria-pressed', String(!root.hidden));
    this.viewer.invalidate();
  }

  walked(on) {
    this.walkButton.setAttribute('aria-pressed', String(on));
    this.viewport.dataset.walking = on;
    if (on) this.canvas.focus();
  }

  /** The rooms as buttons: the way to the model’s details without a pointer. */
  rooms() {
    const rooms = elementsOf(this.viewer.model, 'room');
    if (rooms.length === 0) return '';
    const buttons = rooms.map((room, i) => {
      const { label, area } = room.userData;
      const name = label || `Room ${i + 1}`;
      const onclick = () => {
        this.show(room);
        this.viewport.scrollIntoView({ block: 'nearest' });
      };
      return el(
        'li',
        {},
        el(
          'button',
          { type: 'button', className: 'room', onclick },
          el('span', { className: 'room-name', title: name }, name),
          el('span', { className: 'muted' }, area ? squareMetres(area) : ''),
        ),
      );
    });
    return el('ul', { className: 'rooms', 'aria-label': 'Rooms' }, buttons);
  }

  show(element) {
    this.viewer.mark(element);
    this.details.replaceChildren(...(element ? [elementInfo(element, () => this.show(null))] : []));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.walk.on) return;
    const act = {
      ArrowLeft: () => this.viewer.turn(-STEP, 0),
      ArrowRight: () => this.viewer.turn(STEP, 0),
      ArrowUp: () => this.viewer.turn(0, -STEP),
      ArrowDown: () => this.viewer.turn(0, STEP),
      '+': () => this.viewer.zoom(0.85),
      '=': () => this.viewer.zoom(0.85),
      '-': () => this.viewer.zoom(1 / 0.85),
      0: () => this.viewer.fit(),
      Home: () => this.viewer.fit(),
      t: () => this.viewer.top(),
      l: () => this.toggleLabels(),
      w: () => this.walk.toggle(),
      Escape: () => this.show(null),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  dispose() {
    this.walk?.stop();
    this.viewer.dispose();
  }
}

function tool(name, path, onclick) {
  return el('button', { type: 'button', className: 'tool', title: name, 'aria-label': name, onclick }, icon(path));
}
