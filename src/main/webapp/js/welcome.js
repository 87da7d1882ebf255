import { el } from './dom.js';

const STEPS = [
  ['Send', 'a floor plan as DXF or PDF: any layers, any unit or scale, tidy or not.'],
  ['Watch', 'walls, doors, windows and rooms being recognised, stage by stage.'],
  ['Walk', 'through the model here, or take it along as GLB.'],
];

/** What is shown while no job is open. */
export function welcome() {
  return el(
    'section',
    { className: 'welcome' },
    el('h1', {}, 'From a flat plan to a building you can look into'),
    el('p', { className: 'lead' }, 'Drop a drawing anywhere on this page. It takes seconds.'),
    el('ol', { className: 'steps' }, STEPS.map(([name, text]) => el('li', {}, el('strong', {}, name), ` ${text}`))),
  );
}
