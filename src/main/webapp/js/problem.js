import { el } from './dom.js';
import { place } from './format.js';

/** An error as a card: what happened, what to do, where, and its code. */
export function problemCard(error, { headingLevel = 'h2', heading = 'That did not work' } = {}) {
  const where = place(error.where);
  return el(
    'div',
    { className: 'problem', role: 'alert' },
    el(headingLevel, {}, heading),
    el('p', { className: 'problem-message' }, error.message),
    error.advice ? el('p', {}, error.advice) : null,
    el(
      'p',
      { className: 'problem-fine' },
      where ? el('span', {}, `At ${where} · `) : null,
      el('code', {}, error.code ?? 'UNKNOWN'),
    ),
  );
}
