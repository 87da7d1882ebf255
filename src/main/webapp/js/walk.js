import { Box3, Vector3 } from 'three';
import { el } from './dom.js';
import { elementsOf } from './elements.js';

const EYE_M = 1.6;
const METRES_A_SECOND = 2.2;
const RADIANS_A_SECOND = 1.4;
const VIEW_DEGREES = 62;

const MOVES = {
  ArrowUp: 'ahead', w: 'ahead',
  ArrowDown: 'back', s: 'back',
  ArrowLeft: 'left', q: 'left',
  ArrowRight: 'right', e: 'right',
  a: 'aside', d: 'otherSide',
};

const PAD = [['left', '↺', 'Turn left'], ['ahead', '↑', 'Forward'], ['back', '↓', 'Back'], ['right', '↻', 'Turn right']];

/** Walking through the model at eye height: keys, a drag to look around, or the pad. */
export class Walk {
  constructor(viewer, onToggle) {
    this.viewer = viewer;
    this.onToggle = onToggle;
    this.on = false;
    this.held = new Set();
    this.pad = el('div', { className: 'pad', role: 'group', 'aria-label': 'Walk' }, PAD.map((key) => this.padKey(key)));
  }

  padKey([move, sign, name]) {
    const press = (event) => { event.preventDefault(); this.hold(move); };
    const lift = () => this.held.delete(move);
    const step = (event) => {
      // Pressed by keyboard or a reader: no pointer to hold it down.
      if (event.detail === 0) this.move(move, 0.25);
    };
    return el('button', { type: 'button', className: 'tool', 'aria-label': name, onpointerdown: press, onpointerup: lift, onpointerleave: lift, onclick: step }, sign);
  }

  toggle() {
    if (this.on) this.stop({ back: true });
    else this.start();
  }

  /** Enters at the middle of the largest room, looking along its length. */
  start() {
    const { viewer } = this;
    const rooms = elementsOf(viewer.model, 'room').sort((a, b) => (b.userData.area ?? 0) - (a.userData.area ?? 0));
    const box = rooms.length ? new Box3().setFromObject(rooms[0]) : viewer.box;
    const size = box.getSize(new Vector3());
    this.on = true;
    this.yaw = size.x > size.z ? -Math.PI / 2 : 0;
    this.pitch = -0.06;
    this.eye = box.getCenter(new Vector3()).setY(box.min.y + EYE_M);
    this.eye.addScaledVector(this.ahead(), -0.32 * Math.max(size.x, size.z));
    this.fov = viewer.camera.fov;
    this.near = viewer.camera.near;
    viewer.walking = true;
    viewer.controls.enabled = false;
    viewer.camera.fov = VIEW_DEGREES;
    viewer.camera.near = 0.05;
    this.listen();
    this.look();
    this.onToggle(true);
  }

  stop({ back = false } = {}) {
    if (!this.on) return;
    const { viewer } = this;
    this.on = false;
    this.held.clear();
    this.left.abort();
    viewer.walking = false;
    viewer.controls.enabled = true;
    Object.assign(viewer.camera, { fov: this.fov, near: this.near });
    viewer.camera.updateProjectionMatrix();
    this.onToggle(false);
    if (back) viewer.fit({ fly: false });
  }

  listen() {
    this.left = new AbortController();
    const { signal } = this.left;
    const { canvas } = this.viewer;
    canvas.addEventListener('keydown', (event) => this.keyDown(event), { signal });
    canvas.addEventListener('keyup', ({ key }) => this.held.delete(MOVES[key]), { signal });
    canvas.addEventListener('blur', () => this.held.clear(), { signal });
    canvas.addEventListener('pointermove', (event) => {
      if (event.buttons === 0) return;
      this.yaw += event.movementX * 0.004;
      this.pitch = Math.max(-1.2, Math.min(1.2, this.pitch + event.movementY * 0.004));
      this.look();
    }, { signal });
  }

  keyDown(event) {
    if (event.key === 'Escape') this.stop({ back: true });
    else if (MOVES[event.key]) this.hold(MOVES[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Moves as long as something is held down. */
  hold(move) {
    const idle = this.held.size === 0;
    this.held.add(move);
    if (!idle) return;
    let last = performance.now();
    const step = (now) => {
      if (this.held.size === 0 || !this.on) return;
      const seconds = Math.min(0.1, (now - last) / 1000);
      last = now;
      for (const each of this.held) this.move(each, seconds);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  move(move, seconds) {
    const way = METRES_A_SECOND * seconds;
    const ahead = this.ahead();
    const right = new Vector3(-ahead.z, 0, ahead.x);
    if (move === 'ahead') this.eye.addScaledVector(ahead, way);
    if (move === 'back') this.eye.addScaledVector(ahead, -way);
    if (move === 'aside') this.eye.addScaledVector(right, -way);
    if (move === 'otherSide') this.eye.addScaledVector(right, way);
    if (move === 'left') this.yaw += RADIANS_A_SECOND * seconds;
    if (move === 'right') this.yaw -= RADIANS_A_SECOND * seconds;
    this.look();
  }

  /** Level; yaw 0 looks along −Z, north. */
  ahead() {
    return new Vector3(-Math.sin(this.yaw), 0, -Math.cos(this.yaw));
  }

  look() {
    const { camera } = this.viewer;
    camera.position.copy(this.eye);
    const to = this.ahead().multiplyScalar(Math.cos(this.pitch)).setY(Math.sin(this.pitch));
    camera.lookAt(to.add(this.eye));
    camera.updateProjectionMatrix();
    this.viewer.invalidate();
  }
}
