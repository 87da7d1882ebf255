import { Box3, Vector3 } from 'three';
import { el } from './dom.js';
import { elementsOf, isShown } from './elements.js';
import { squareMetres } from './format.js';

/** Names float at half a wall’s height: on the floor they would seem to lie in the next room. */
const HEIGHT_M = 1.3;

/** The rooms’ names over the model; where two would overlap, the larger room’s is shown. None shows through the floors of a storey above. */
export class Labels {
  constructor(model, origin) {
    this.root = el('div', { className: 'labels', 'aria-hidden': 'true' });
    this.rooms = elementsOf(model, 'room')
      .map((room) => ({ room, level: levelOf(room), at: floorCenter(room, origin).add(new Vector3(0, HEIGHT_M, 0)), area: room.userData.area ?? 0 }))
      .sort((a, b) => b.area - a.area);
    this.floors = floorsOf(this.rooms);
    for (const entry of this.rooms) {
      const { label, area } = entry.room.userData;
      entry.element = el(
        'div',
        { className: 'label' },
        label ? el('strong', { title: label }, label) : null,
        area ? el('span', {}, squareMetres(area)) : null,
      );
      this.root.append(entry.element);
    }
  }

  place(camera) {
    if (this.root.hidden) return;
    const { clientWidth: width, clientHeight: height } = this.root;
    const taken = [];
    for (const { room, level, at, element } of this.rooms) {
      const p = at.clone().project(camera);
      const x = ((p.x + 1) * width) / 2;
      const y = ((1 - p.y) * height) / 2;
      const box = { x, y, w: element.offsetWidth || 90, h: element.offsetHeight || 34 };
      const shown = isShown(room) && Math.abs(p.z) < 1 && Math.abs(p.x) < 1 && Math.abs(p.y) < 1 && !this.isCovered(level, at, camera) && !taken.some((other) => overlap(box, other));
      element.style.visibility = shown ? 'visible' : 'hidden';
      if (shown) {
        taken.push(box);
        element.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      }
    }
  }

  /** Whether one looks at a point through the floors of another storey that is shown. */
  isCovered(level, at, camera) {
    return this.floors.some(({ storey, box }) => {
      const height = box.min.y;
      if (storey === level || height <= at.y || height >= camera.position.y || !isShown(storey)) return false;
      const seen = at.clone().lerp(camera.position, (height - at.y) / (camera.position.y - at.y));
      return seen.x > box.min.x && seen.x < box.max.x && seen.z > box.min.z && seen.z < box.max.z;
    });
  }
}

/** Around the floors of each storey. */
function floorsOf(rooms) {
  const boxes = new Map();
  for (const { room, level } of rooms) {
    const box = new Box3().setFromObject(room);
    if (!box.isEmpty()) boxes.set(level, (boxes.get(level) ?? new Box3()).union(box));
  }
  return [...boxes].map(([storey, box]) => ({ storey, box }));
}

function levelOf(room) {
  let level = room;
  while (level.parent && level.userData.category !== 'level') level = level.parent;
  return level;
}

const overlap = (a, b) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;

/** The middle of a room’s floor; of a room with a bend, the part of the floor nearest to it. */
function floorCenter(room, origin) {
  const box = new Box3().setFromObject(room);
  if (box.isEmpty()) return statedCenter(room, origin);
  const middle = box.getCenter(new Vector3());
  const spot = new Vector3();
  let best = Infinity;
  room.traverse(({ isMesh, geometry, matrixWorld }) => {
    if (!isMesh) return;
    const { position } = geometry.attributes;
    const index = geometry.index?.array ?? [];
    for (let i = 0; i + 2 < index.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => new Vector3().fromBufferAttribute(position, index[i + k]).applyMatrix4(matrixWorld));
      const inner = a.clone().add(b).add(c).divideScalar(3);
      if (covers(a, b, c, middle)) {
        best = 0;
        spot.copy(middle);
      } else if (inner.distanceTo(middle) < best) {
        best = inner.distanceTo(middle);
        spot.copy(inner);
      }
    }
  });
  return best === Infinity ? middle : spot;
}

/** Where the model says the room is: plan x is X, plan y is −Z, less the model's origin. */
function statedCenter(room, [x0, y0, z0]) {
  const [x, y] = room.userData.center ?? [x0, y0];
  const level = levelOf(room);
  return new Vector3(x - x0, (level.userData.elevation ?? z0) - z0, y0 - y);
}

/** Whether a triangle lies under or over a point, seen from above. */
function covers(a, b, c, p) {
  const side = (u, v) => (v.x - u.x) * (p.z - u.z) - (v.z - u.z) * (p.x - u.x);
  const [s, t, u] = [side(a, b), side(b, c), side(c, a)];
  return (s >= 0 && t >= 0 && u >= 0) || (s <= 0 && t <= 0 && u <= 0);
}
