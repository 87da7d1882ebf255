import { listJobs } from './api.js';
import { el } from './dom.js';
import { isOver, stageName, stateName, time } from './format.js';

const EVERY_MS = 10_000;

/** The jobs, newest first; kept up to date while the page is seen. */
export class JobsList {
  constructor(root) {
    this.rows = new Map();
    this.list = el('ul', { className: 'jobs' });
    this.empty = el('p', { className: 'muted' }, 'Nothing yet. The drawings you send appear here.');
    this.more = el(
      'button',
      { type: 'button', className: 'button', hidden: true, onclick: () => this.loadMore() },
      'Show older ones',
    );
    root.append(el('h2', { id: 'jobs-title' }, 'Drawings'), this.empty, this.list, this.more);
    this.refresh();
    setInterval(() => document.hidden || this.refresh(), EVERY_MS);
    document.addEventListener('visibilitychange', () => document.hidden || this.refresh());
  }

  async refresh() {
    try {
      const page = await listJobs();
      if (!this.older) this.setNext(page.next);
      page.jobs.toReversed().forEach((job) => this.show(job, true));
      this.forgetBetween(page);
    } catch {
      // Shown where it matters: on the job that is open. The next turn tries again.
    }
  }

  async loadMore() {
    this.older = true;
    try {
      const page = await listJobs(this.next);
      this.setNext(page.next);
      page.jobs.forEach((job) => this.show(job, false));
    } catch {
      this.older = false;
    }
  }

  setNext(next) {
    this.next = next;
    this.more.hidden = !next;
  }

  /** Rows younger than the page’s last that are not on it were deleted. */
  forgetBetween(page) {
    const known = new Set(page.jobs.map((job) => job.id));
    const oldest = page.next ? page.jobs.at(-1).createdAt : '';
    for (const [id, row] of this.rows) {
      if (!known.has(id) && row.job.createdAt > oldest) this.forget(id);
    }
  }

  forget(id) {
    this.rows.get(id)?.item.remove();
    this.rows.delete(id);
    this.empty.hidden = this.rows.size > 0;
  }

  /** Puts a job where it belongs, or brings its row up to date. */
  show(job, first) {
    let row = this.rows.get(job.id);
    if (!row) {
      row = newRow(job);
      this.rows.set(job.id, row);
      if (first) this.list.prepend(row.item);
      else this.list.append(row.item);
    }
    fill(row, job);
    this.mark(this.current);
    this.empty.hidden = true;
  }

  /** Marks the job that is open. */
  mark(id) {
    this.current = id;
    for (const [rowId, row] of this.rows) {
      if (rowId === id) row.link.setAttribute('aria-current', 'page');
      else row.link.removeAttribute('aria-current');
    }
  }
}

function newRow(job) {
  const row = {
    thumbnail: el('div', { className: 'thumbnail' }),
    name: el('span', { className: 'job-name' }),
    line: el('span', { className: 'job-line' }),
    state: el('span', { className: 'state' }),
  };
  row.link = el(
    'a',
    { href: `#/jobs/${job.id}` },
    row.thumbnail,
    el('span', { className: 'job-words' }, row.name, row.line),
  );
  row.item = el('li', {}, row.link);
  return row;
}

function fill(row, job) {
  row.job = job;
  row.name.textContent = job.name;
  row.state.textContent = stateName(job.state);
  row.state.dataset.state = job.state;
  const doing = isOver(job.state) || !job.stage ? '' : ` · ${stageName(job.stage)} ${job.progress} %`;
  row.line.replaceChildren(row.state, ` ${time(job.createdAt)}${doing}`);
  if (job.links.preview && !row.thumbnail.hasChildNodes()) {
    row.thumbnail.append(el('img', { src: job.links.preview, alt: '', loading: 'lazy' }));
  }
}
