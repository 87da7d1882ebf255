import { Box3 } from 'three';

const BUILDING = new Set(['wall', 'door', 'window', 'room', 'slab', 'column', 'stair']);

/** The element that a mesh belongs to: the nearest node with a category. */
export function elementOf(node) {
  for (let at = node; at; at = at.parent) {
    if (at.userData.category && at.userData.category !== 'level') return at;
  }
  return null;
}

/** What a mesh shows: its element's category, or its group's where the elements share one mesh. */
export function categoryOf(mesh) {
  const element = elementOf(mesh);
  if (element) return element.userData.category;
  for (let at = mesh; at; at = at.parent) {
    if (at.userData.group) return at.userData.group.replace(/s$/, '');
  }
  return null;
}

/** Whether a node and all it hangs below are visible. */
export function isShown(node) {
  for (let at = node; at; at = at.parent) {
    if (!at.visible) return false;
  }
  return true;
}

/** The box around the building; around everything where there is none. */
export function plainBox(model) {
  const box = new Box3();
  model.traverse((node) => {
    if (node.isMesh && BUILDING.has(categoryOf(node))) box.expandByObject(node);
  });
  return box.isEmpty() ? box.setFromObject(model) : box;
}

/** All elements of a category, in the file’s order. */
export function elementsOf(model, category) {
  const found = [];
  model.traverse((node) => {
    if (node.userData.category === category) found.push(node);
  });
  return found;
}

/** Gives geometry and materials back to the GPU. */
export function release(root) {
  root.traverse((node) => {
    node.geometry?.dispose();
    for (const material of [node.material].flat()) material?.dispose();
    node.shadow?.dispose?.();
  });
}
