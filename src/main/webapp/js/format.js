/** Figures and names as people read them. */

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const count = (value) => number.format(value);
export const metres = (value) => `${twoDecimals.format(value)} m`;
export const squareMetres = (value) => `${oneDecimal.format(value)} m²`;
export const percent = (share) => `${Math.round(100 * share)} %`;

export function bytes(size) {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let step = 0;
  let value = size;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step++;
  }
  return `${step === 0 ? number.format(value) : oneDecimal.format(value)} ${units[step]}`;
}

export function duration(millis) {
  if (millis < 1000) return `${Math.round(millis)} ms`;
  if (millis < 60_000) return `${oneDecimal.format(millis / 1000)} s`;
  return `${Math.floor(millis / 60_000)} min ${Math.round((millis % 60_000) / 1000)} s`;
}

export function time(instant) {
  const date = new Date(instant);
  return date.toDateString() === new Date().toDateString() ? clock.format(date) : day.format(date);
}

const STATES = {
  PENDING: 'Waiting',
  RUNNING: 'Converting',
  RETRY: 'Trying again',
  SUCCESS: 'Done',
  FAILURE: 'Failed',
  DEAD_LETTER: 'Given up',
  REPROCESSING: 'Queued again',
  CANCELLED: 'Cancelled',
};

const STAGES = {
  VALIDATE: ['Check', 'checking the file'],
  READ: ['Read', 'reading the drawing'],
  RENDER: ['Render', 'rendering the page'],
  DETECT: ['Detect', 'finding symbols'],
  RECONSTRUCT: ['Recognise', 'recognising walls and rooms'],
  SOLIDIFY: ['Build', 'building solids'],
  EXPORT: ['Write', 'writing the model'],
  STORE: ['Store', 'storing the results'],
  NOTIFY: ['Tell', 'telling who waits'],
};

export const stateName = (state) => STATES[state] ?? state;
export const stageName = (stage) => STAGES[stage]?.[0] ?? stage;
export const stageDoing = (stage) => STAGES[stage]?.[1] ?? stage;
export const isOver = (state) => ['SUCCESS', 'FAILURE', 'DEAD_LETTER', 'CANCELLED'].includes(state);

/** “line 4711, handle 2F3” of `{line: "4711", handle: "2F3"}`. */
export function place(where) {
  return Object.entries(where ?? {})
    .map(([coordinate, value]) => `${coordinate} ${value}`)
    .join(', ');
}
