import { BufferAttribute, BufferGeometry, Mesh, MeshBasicMaterial, Vector3 } from 'three';
import { categoryOf } from './elements.js';

const TOP_M = 0.005;
const ABOVE_M = 0.003;

/** The tops of the walls in one dark mesh, as plans draw walls that are cut; null without walls. */
export function cutTops(model) {
  const corners = [];
  model.traverse((node) => {
    if (node.isMesh && categoryOf(node) === 'wall') addTops(node, corners);
  });
  if (corners.length === 0) return null;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3));
  return new Mesh(geometry, new MeshBasicMaterial({ color: 0x3d444c }));
}

function addTops({ geometry, matrixWorld }, corners) {
  const { position } = geometry.attributes;
  const points = [];
  let top = -Infinity;
  for (let i = 0; i < position.count; i++) {
    const p = new Vector3().fromBufferAttribute(position, i).applyMatrix4(matrixWorld);
    points.push(p);
    top = Math.max(top, p.y);
  }
  const index = geometry.index?.array ?? points.keys().toArray();
  for (let i = 0; i + 2 < index.length; i += 3) {
    const triangle = [points[index[i]], points[index[i + 1]], points[index[i + 2]]];
    if (triangle.every(({ y }) => y > top - TOP_M)) {
      for (const { x, y, z } of triangle) corners.push(x, y + ABOVE_M, z);
    }
  }
}
