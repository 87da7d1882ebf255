import { Group, Matrix4, Mesh } from 'three';
import { elementOf } from './elements.js';

/** The matrices of all places where a mesh stands in the world: one, or those of its instances. */
export function placesOf(mesh) {
  if (!mesh.isInstancedMesh) return [mesh.matrixWorld];
  return Array.from({ length: mesh.count }, (_, i) => placeOf(mesh, i));
}

function placeOf(mesh, instance) {
  const matrix = new Matrix4();
  mesh.getMatrixAt(instance, matrix);
  return matrix.premultiply(mesh.matrixWorld);
}

/** What was hit of an element that stands in many places, as an element of its own; else null. */
export function instanceOf({ object, instanceId }) {
  if (instanceId === undefined) return null;
  const all = elementOf(object);
  const one = new Group();
  all.traverse((mesh) => {
    if (!mesh.isInstancedMesh) return;
    const part = new Mesh(mesh.geometry, mesh.material);
    part.matrixAutoUpdate = false;
    part.matrix.copy(placeOf(mesh, instanceId));
    // At the same depth as what it marks: drawn after it.
    part.renderOrder = 1;
    one.add(part);
  });
  const { instances, ...shared } = all.userData;
  one.userData = { ...shared, ...instances?.[instanceId] };
  one.name = one.userData.name ?? all.name;
  one.isInstance = true;
  return one;
}
