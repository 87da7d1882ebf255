import { el, icon, ICONS } from './dom.js';
import { metres, percent, squareMetres } from './format.js';

const FIELDS = {
  area: ['Area', squareMetres],
  perimeter: ['Perimeter', metres],
  thickness: ['Thickness', metres],
  length: ['Length', metres],
  width: ['Width', metres],
  height: ['Height', metres],
  sill: ['Sill', metres],
  leaves: ['Leaves', String],
  text: ['Text', String],
  layer: ['Layer', String],
  confidence: ['Confidence', percent],
};

const MOST_HANDLES = 6;

/** What the model says of one element, as a card. */
export function elementInfo(element, onClose) {
  const { category, label, source = [] } = element.userData;
  const rows = Object.entries(FIELDS)
    .filter(([key]) => ![undefined, '', null].includes(element.userData[key]) && !(key === 'sill' && category === 'door'))
    .map(([key, [name, shown]]) => el('div', {}, el('dt', {}, name), el('dd', {}, shown(element.userData[key]))));
  if (source.length) rows.push(el('div', {}, el('dt', {}, 'Drawn as'), el('dd', {}, handles(source))));
  return el(
    'div',
    { className: 'info', role: 'status' },
    el(
      'div',
      { className: 'info-head' },
      el('h3', {}, label || element.name.replaceAll('_', ' ') || category),
      el('button', { type: 'button', className: 'icon-button', 'aria-label': 'Close', onclick: onClose }, icon(ICONS.close)),
    ),
    el('p', { className: 'muted' }, category),
    el('dl', {}, rows),
  );
}

function handles(source) {
  const named = source.slice(0, MOST_HANDLES).map((ref) => (typeof ref === 'string' ? ref : `page ${ref.page}`));
  const more = source.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
