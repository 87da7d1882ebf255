import * as THREE from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { cutTops } from './cut-tops.js';
import { creases } from './creases.js';
import { categoryOf, elementOf, elementsOf, isShown, plainBox, release } from './elements.js';
import { instanceOf } from './instances.js';

const YAW = THREE.MathUtils.degToRad(-22);
const PITCH = THREE.MathUtils.degToRad(50);
const FLIGHT_MS = 550;
const LINE_WORK = new THREE.Color(0x7c8791);
const MARKED = new THREE.Color(0x2f7de1);
const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * A model on a canvas: orbit, zoom, pick. Draws only when something has changed. Y is up, metres,
 * as in the file. `dispose` gives everything back to the GPU.
 */
export class Viewer {
  constructor(canvas, { onFrame, onPick }) {
    this.canvas = canvas;
    this.onFrame = onFrame;
    this.onPick = onPick;
    this.renderer = new THREE.WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = THREE.PCFSoftShadowMap;
    this.scene = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(32, 1, 0.1, 1000);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = !still.matches;
    this.controls.maxPolarAngle = Math.PI / 2 - 0.02;
    this.controls.zoomToCursor = true;
    this.controls.addEventListener('change', () => this.invalidate());
    this.resizes = new ResizeObserver(() => this.resize());
    this.listenToTaps();
  }

  /** Reads a GLB; to be called once. */
  async load(bytes) {
    const gltf = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).parseAsync(bytes, '');
    this.asset = gltf.asset;
    this.model = gltf.scene;
    this.model.updateMatrixWorld(true);
    this.box = plainBox(this.model);
    this.scene.add(this.model);
    this.dress();
    this.light();
  }

  /** Shadows, outlines and dark wall tops: what makes a model readable. */
  dress() {
    this.pickable = [];
    this.model.traverse((node) => {
      if (node.isLine) {
        node.material.transparent = true;
        node.material.opacity = 0.7;
        node.material.color.lerp(LINE_WORK, 0.4);
      }
      if (!node.isMesh) return;
      const category = categoryOf(node);
      const clear = node.material.opacity < 0.99;
      node.castShadow = !clear && category !== 'room' && category !== 'slab';
      node.receiveShadow = !clear;
      node.material.depthWrite = !clear;
      // Line work lies on the floors and is to be seen there.
      node.material.polygonOffset = category === 'room' || category === 'slab';
      node.material.polygonOffsetFactor = 1;
      node.material.polygonOffsetUnits = category === 'slab' ? 8 : 4;
      this.pickable.push(node);
    });
    for (const level of elementsOf(this.model, 'level')) {
      for (const part of [cutTops(level), creases(level)]) {
        if (part) level.attach(part);
      }
    }
  }

  light() {
    const size = this.box.getSize(new THREE.Vector3());
    const middle = this.box.getCenter(new THREE.Vector3());
    const radius = Math.max(size.length() / 2, 0.5);
    const sun = new THREE.DirectionalLight(0xfff3e2, 2.1);
    sun.position.copy(middle).add(new THREE.Vector3(-0.62, 1.05, 0.3).multiplyScalar(2 * radius));
    sun.target.position.copy(middle);
    sun.castShadow = true;
    sun.shadow.mapSize.set(2048, 2048);
    Object.assign(sun.shadow.camera, { left: -radius, right: radius, top: radius, bottom: -radius, near: 0.1 * radius, far: 5 * radius });
    sun.shadow.normalBias = radius / 500;
    sun.shadow.radius = 5;
    const ground = new THREE.Mesh(new THREE.PlaneGeometry(12 * radius, 12 * radius), new THREE.ShadowMaterial({ opacity: 0.16 }));
    ground.rotation.x = -Math.PI / 2;
    ground.position.set(middle.x, this.box.min.y - 0.02, middle.z);
    ground.receiveShadow = true;
    this.scene.add(new THREE.HemisphereLight(0xffffff, 0xcfc3b0, 1.9), sun, sun.target, ground);
    this.camera.near = radius / 200;
    this.camera.far = radius * 60;
    this.controls.maxDistance = radius * 20;
    this.controls.minDistance = radius / 100;
  }

  /** To be called once the canvas stands in the page. */
  start() {
    this.resizes.observe(this.canvas.parentElement);
    this.resize();
    this.fit({ fly: false });
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas.parentElement;
    if (width === 0 || height === 0) return;
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.invalidate();
  }

  /** Shows the whole building from above at an angle, or from right above. */
  fit({ fly = true, pitch = PITCH, yaw = pitch === PITCH ? YAW : 0, box = this.box } = {}) {
    const middle = box.getCenter(new THREE.Vector3());
    const toEye = new THREE.Vector3(-Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch));
    const distance = distanceFor(box, middle, toEye, this.camera);
    this.flyTo(middle.clone().addScaledVector(toEye, distance), middle, fly);
  }

  top() {
    this.fit({ pitch: Math.PI / 2 - 0.001 });
  }

  flyTo(eye, target, fly = true) {
    const from = this.camera.position.clone();
    const fromTarget = this.controls.target.clone();
    const began = performance.now();
    this.flight = fly && !still.matches ? (now) => {
      const t = Math.min(1, (now - began) / FLIGHT_MS);
      const eased = t * t * (3 - 2 * t);
      this.camera.position.lerpVectors(from, eye, eased);
      this.controls.target.lerpVectors(fromTarget, target, eased);
      if (t === 1) this.flight = null;
    } : null;
    if (!this.flight) {
      this.camera.position.copy(eye);
      this.controls.target.copy(target);
    }
    this.invalidate();
  }

  /** Turns the view about its target, radians. */
  turn(yaw, pitch) {
    const offset = this.camera.position.clone().sub(this.controls.target);
    const around = new THREE.Spherical().setFromVector3(offset);
    around.theta += yaw;
    around.phi = THREE.MathUtils.clamp(around.phi + pitch, 0.001, this.controls.maxPolarAngle);
    this.camera.position.copy(this.controls.target).add(offset.setFromSpherical(around));
    this.invalidate();
  }

  zoom(factor) {
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(factor);
    offset.clampLength(this.controls.minDistance, this.controls.maxDistance);
    this.camera.position.copy(this.controls.target).add(offset);
    this.invalidate();
  }

  /** Marks an element, or none. */
  mark(element) {
    for (const [mesh, material] of this.marked ?? []) {
      mesh.material.dispose();
      mesh.material = material;
    }
    this.marked = [];
    this.shownInstance?.removeFromParent();
    this.shownInstance = element?.isInstance ? element : null;
    if (this.shownInstance) this.scene.add(element);
    element?.traverse((mesh) => {
      if (!mesh.isMesh) return;
      this.marked.push([mesh, mesh.material]);
      mesh.material = mesh.material.clone();
      mesh.material.color.lerp(MARKED, 0.7);
    });
    this.invalidate();
  }

  /** A press and release in one place picks; a drag turns the view. */
  listenToTaps() {
    let down = null;
    this.canvas.addEventListener('pointerdown', (event) => { down = event; });
    this.canvas.addEventListener('pointerup', (event) => {
      const moved = down ? Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) : Infinity;
      if (moved < 6 && !this.walking) this.pick(event);
      down = null;
    });
  }

  pick({ clientX, clientY }) {
    const frame = this.canvas.getBoundingClientRect();
    const point = new THREE.Vector2(
      (2 * (clientX - frame.left)) / frame.width - 1,
      1 - (2 * (clientY - frame.top)) / frame.height,
    );
    const ray = new THREE.Raycaster();
    ray.setFromCamera(point, this.camera);
    const hit = ray.intersectObjects(this.pickable.filter(isShown), false)[0];
    this.onPick(hit ? instanceOf(hit) ?? elementOf(hit.object) : null);
  }

  /** Draws with the next frame, and goes on while something moves. */
  invalidate() {
    this.frame ??= requestAnimationFrame((now) => {
      this.frame = null;
      this.flight?.(now);
      const moves = !this.walking && this.controls.update();
      this.renderer.render(this.scene, this.camera);
      this.onFrame(this.camera);
      if (moves || this.flight) this.invalidate();
    });
  }

  dispose() {
    cancelAnimationFrame(this.frame);
    this.frame = -1;
    this.mark(null);
    this.resizes.disconnect();
    this.controls.dispose();
    release(this.scene);
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}

/** How far along a direction the eye must stand for the box to be seen whole, with some air. */
function distanceFor(box, middle, toEye, camera) {
  const tanY = Math.tan(THREE.MathUtils.degToRad(camera.fov / 2)) * 0.9;
  const tanX = tanY * camera.aspect;
  const right = new THREE.Vector3(0, 1, 0).cross(toEye).normalize();
  const up = toEye.clone().cross(right);
  let distance = 0.5;
  for (let corner = 0; corner < 8; corner++) {
    const p = new THREE.Vector3(
      corner & 1 ? box.max.x : box.min.x,
      corner & 2 ? box.max.y : box.min.y,
      corner & 4 ? box.max.z : box.min.z,
    ).sub(middle);
    const near = p.dot(toEye);
    distance = Math.max(distance, near + Math.abs(p.dot(right)) / tanX, near + Math.abs(p.dot(up)) / tanY);
  }
  return distance;
}
