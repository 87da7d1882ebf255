import { BufferAttribute, BufferGeometry, EdgesGeometry, LineBasicMaterial, LineSegments, Vector3 } from 'three';
import { categoryOf } from './elements.js';
import { placesOf } from './instances.js';

const SHOWN = new Set(['wall', 'door', 'window', 'column', 'stair', 'furniture', 'solid']);
const CREASE_DEGREES = 25;

/** More than this takes too long to find, and is too dense to see. */
const MOST_TRIANGLES = 250_000;

/** The sharp edges of all solids as one set of thin lines; null where there are none. */
export function creases(model) {
  const ends = [];
  let triangles = 0;
  model.traverse((node) => {
    if (!node.isMesh || !SHOWN.has(categoryOf(node))) return;
    const places = placesOf(node);
    triangles += (places.length * (node.geometry.index ?? node.geometry.attributes.position).count) / 3;
    if (triangles > MOST_TRIANGLES) return;
    const edges = new EdgesGeometry(node.geometry, CREASE_DEGREES);
    const { position } = edges.attributes;
    const p = new Vector3();
    for (const place of places) {
      for (let i = 0; i < position.count; i++) {
        p.fromBufferAttribute(position, i).applyMatrix4(place);
        ends.push(p.x, p.y, p.z);
      }
    }
    edges.dispose();
  });
  if (ends.length === 0) return null;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(ends), 3));
  return new LineSegments(geometry, new LineBasicMaterial({ color: 0x2a3037, transparent: true, opacity: 0.45 }));
}
