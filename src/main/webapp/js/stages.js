import { announce, el } from './dom.js';
import { duration, isOver, stageDoing, stageName, stateName } from './format.js';

/** How far a job is: a bar, and its stages with their times. */
export class Stages {
  constructor() {
    this.bar = el('progress', { max: 100, 'aria-label': 'Progress of the conversion' });
    this.list = el('ol', { className: 'stages' });
    this.items = new Map();
    this.root = el('section', { className: 'card progress-card', 'aria-label': 'Stages' }, this.bar, this.list);
    this.said = '';
  }

  show(job) {
    this.bar.value = job.progress;
    this.root.dataset.over = isOver(job.state);
    for (const stage of job.stages) {
      if (stage.state === 'SKIPPED') this.drop(stage);
      else this.fill(stage);
    }
    this.say(job);
  }

  fill(stage) {
    let item = this.items.get(stage.name);
    if (!item) {
      item = { time: el('span', { className: 'stage-time' }) };
      item.root = el('li', {}, el('span', { className: 'stage-name' }, stageName(stage.name)), item.time);
      this.items.set(stage.name, item);
      this.list.append(item.root);
    }
    item.root.dataset.state = stage.state;
    item.root.title = stageDoing(stage.name);
    if (stage.state === 'RUNNING') item.root.setAttribute('aria-current', 'step');
    else item.root.removeAttribute('aria-current');
    item.time.textContent = timeOf(stage);
  }

  drop({ name }) {
    this.items.get(name)?.root.remove();
    this.items.delete(name);
  }

  /** One sentence a change; the bar moves without words. */
  say(job) {
    const sentence = isOver(job.state)
      ? `${job.name}: ${stateName(job.state)}.`
      : `${stateName(job.state)}${job.stage ? `: ${stageDoing(job.stage)}` : ''}.`;
    if (sentence !== this.said) {
      this.said = sentence;
      announce(sentence);
    }
  }
}

function timeOf({ state, millis, attempts }) {
  const again = attempts > 1 ? ` · try ${attempts}` : '';
  if (state === 'RUNNING') return `…${again}`;
  if (state === 'REUSED') return 'kept';
  if (state === 'FAILED') return `failed${again}`;
  return millis === undefined || millis === null ? '' : duration(millis) + again;
}
