import { el } from './dom.js';
import { bytes, count, duration, percent, place, stageName } from './format.js';

/** A conversion’s report, for people. */
export function reportView(report) {
  return el(
    'section',
    { className: 'card report', 'aria-labelledby': 'report-title' },
    el('h2', { id: 'report-title' }, 'Report'),
    report.units ? units(report.units) : null,
    warnings(report.warnings ?? []),
    report.entities ? entities(report) : null,
    report.outputs ? outputs(report) : null,
    stages(report.stages ?? []),
  );
}

function units({ declared, used, metresPerUnit, confidence, evidence = [] }) {
  const said = declared === 'none' ? 'The drawing names no unit' : `The drawing says ${declared}`;
  return el(
    'div',
    { className: 'report-part' },
    el('h3', {}, 'Units'),
    el('p', {}, `${said}; ${used} was taken (1 unit = ${metresPerUnit} m), ${percent(confidence)} sure.`),
    list(evidence),
  );
}

function warnings(told) {
  if (told.length === 0) return null;
  const lines = told.map(({ code, message, where }) => {
    const at = place(where);
    return el('li', {}, message, at ? el('span', { className: 'muted' }, ` (${at})`) : null, ' ', el('code', {}, code));
  });
  return el(
    'details',
    { className: 'report-part', open: told.length <= 4 },
    el('summary', {}, `${count(told.length)} ${told.length === 1 ? 'remark' : 'remarks'}`),
    el('ul', {}, lines),
  );
}

function entities({ entities: all, byType = {}, items = [], itemCount }) {
  const rows = Object.entries(byType).map(([type, of]) => row(type, of));
  return el(
    'details',
    { className: 'report-part' },
    el(
      'summary',
      {},
      `${count(all.read)} entities read: ${count(all.converted)} converted, ` +
        `${count(all.approximated)} approximated, ${count(all.skipped)} skipped`,
    ),
    table(['Entity', 'Read', 'Converted', 'Approximated', 'Skipped'], rows),
    items.length > 0 ? skipped(items, itemCount ?? items.length) : null,
  );
}

const row = (name, { read, converted, approximated, skipped: left }) => [
  name,
  ...[read, converted, approximated, left].map((figure) => count(figure ?? 0)),
];

function skipped(items, total) {
  const shown = items.slice(0, 50).map((item) => [
    item.type,
    item.handle ?? '',
    item.layer ?? '',
    item.outcome,
    item.detail || item.reason,
  ]);
  return el(
    'div',
    {},
    el('h3', {}, `What was not taken as drawn (${count(shown.length)} of ${count(total)})`),
    table(['Entity', 'Handle', 'Layer', 'Outcome', 'Why'], shown),
  );
}

function outputs({ outputs: model, peakRssBytes }) {
  const memory = peakRssBytes ? ` The conversion used ${bytes(peakRssBytes)} of memory at most.` : '';
  return el(
    'div',
    { className: 'report-part' },
    el('h3', {}, 'Model'),
    el(
      'p',
      {},
      `${bytes(model.glbBytes)}, ${count(model.triangles)} triangles, ${count(model.vertices)} vertices, ` +
        `${count(model.materials)} materials, ${count(model.drawCalls)} draw calls.${memory}`,
    ),
  );
}

function stages(told) {
  if (told.length === 0) return null;
  const rows = told.map(({ name, millis, allocatedBytes }) => [
    stageName(name),
    duration(millis),
    allocatedBytes === undefined ? '' : bytes(allocatedBytes),
  ]);
  return el(
    'details',
    { className: 'report-part' },
    el('summary', {}, 'Time of each stage'),
    table(['Stage', 'Time', 'Allocated'], rows),
  );
}

function table(heads, rows) {
  return el(
    'div',
    { className: 'table', tabIndex: 0, role: 'region', 'aria-label': heads.join(', ') },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell))))),
    ),
  );
}

const list = (lines) => (lines.length ? el('ul', {}, lines.map((line) => el('li', {}, line))) : null);
