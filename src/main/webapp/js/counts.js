import { el } from './dom.js';
import { count, squareMetres } from './format.js';

const TILES = [
  ['walls', 'Wall', 'Walls'],
  ['doors', 'Door', 'Doors'],
  ['windows', 'Window', 'Windows'],
  ['rooms', 'Room', 'Rooms'],
];

/** What was found, as figures; nothing where no plan was. */
export function counts(plan) {
  const tiles = TILES.filter(([key]) => Number.isFinite(plan?.[key])).map(([key, one, many]) =>
    tile(key, count(plan[key]), plan[key] === 1 ? one : many),
  );
  if (plan?.grossArea > 0) tiles.push(tile('area', squareMetres(plan.grossArea), 'Area'));
  return tiles.length === 0 ? '' : el('dl', { className: 'counts', 'aria-label': 'What was found' }, tiles);
}

function tile(key, figure, name) {
  return el('div', { data: { count: key } }, el('dd', {}, figure), el('dt', {}, name));
}
