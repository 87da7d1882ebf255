/** Elements made of data: texts are only ever text, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Of `properties`, functions named on… are listeners, `data` goes to the data set,
 * names with a dash and `role` are attributes; null and undefined are left out.
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key.includes('-') || key === 'role' || key === 'for') element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A line icon of a 24 × 24 grid, for the eye alone. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  upload: 'M12 16V4m0 0L7 9m5-5 5 5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4',
  download: 'M12 4v12m0 0-5-5m5 5 5-5M4 19h16',
  house: 'M3 11 12 4l9 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  top: 'M4 4h16v16H4zM4 12h9M13 4v4M13 12v8',
  labels: 'M4 7V4h16v3M12 4v16M9 20h6',
  walk: 'M13 4.5a1 1 0 1 0 .01 0M9 21l2-6 3 2 1 4M7 12l3-4 4 1 2 3 3 1M11 15l1-6',
  close: 'M6 6l12 12M18 6 6 18',
  again: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5',
  stop: 'M6 6h12v12H6z',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
};

let announcer;

/** Says a sentence to people who listen to the page. */
export function announce(sentence) {
  announcer ??= document.getElementById('announcer');
  announcer.textContent = sentence;
}
