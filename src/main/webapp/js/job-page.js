import { cancel, follow, pause, remove, report, retry } from './api.js';
import { counts } from './counts.js';
import { el, icon, ICONS } from './dom.js';
import { bytes, duration, isOver, stateName, time } from './format.js';
import { problemCard } from './problem.js';
import { reportView } from './report.js';
import { Stages } from './stages.js';
import { picture, Views } from './views.js';

/** One job: its stages while it runs, then its model, figures and report. */
export class JobPage {
  constructor(id, { onChange, onDeleted }) {
    this.id = id;
    this.onChange = onChange;
    this.onDeleted = onDeleted;
    this.left = new AbortController();
    this.title = el('h1', {}, 'A drawing');
    this.state = el('span', { className: 'state' });
    this.facts = el('p', { className: 'muted facts' });
    this.actions = el('div', { className: 'actions' });
    this.note = el('div', { className: 'note' });
    this.stages = new Stages();
    this.model = el('div', { className: 'model' });
    this.figures = el('div', { className: 'figures' });
    this.rest = el('div', { className: 'rest' });
    this.root = el(
      'article',
      { className: 'job' },
      el(
        'header',
        { className: 'job-head' },
        el('div', {}, el('div', { className: 'job-title' }, this.title, this.state), this.facts),
        this.actions,
      ),
      this.note,
      this.stages.root,
      this.model,
      this.figures,
      this.rest,
    );
    this.watch();
  }

  close() {
    this.left.abort();
    this.viewer?.dispose();
  }

  /** Follows the job to its end; goes on by itself when the connection comes back. */
  async watch() {
    const { signal } = this.left;
    for (;;) {
      try {
        for await (const job of follow(this.id, signal)) this.show(job);
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.note.replaceChildren(problemCard(error));
        if (error.status >= 400 && error.status < 500 && error.status !== 429) {
          this.stages.root.hidden = true;
          return;
        }
        await pause(1000 * Math.max(3, error.retryAfter ?? 0), signal).catch(() => {});
      }
    }
  }

  show(job) {
    this.job = job;
    document.title = `${job.name} – Planlift`;
    this.title.textContent = job.name;
    this.state.textContent = stateName(job.state);
    this.state.dataset.state = job.state;
    this.facts.textContent = facts(job);
    this.stages.show(job);
    this.note.replaceChildren(...this.notes(job));
    this.showActions(job);
    this.onChange(job);
    if (isOver(job.state)) this.finish(job);
    else this.model.replaceChildren(waiting('The model appears here.'));
  }

  notes(job) {
    if (job.error) {
      const heading = isOver(job.state) ? 'This drawing could not be converted' : 'Something went wrong; it is tried again';
      return [problemCard(job.error, { heading })];
    }
    if (job.expiredAt) {
      const until = time(job.expiredAt);
      return [el('p', { className: 'muted' }, `Model and drawing were kept until ${until}. Send the drawing again to have them.`)];
    }
    if (job.queuePosition) return [el('p', { className: 'muted' }, turn(job))];
    return [];
  }

  showActions(job) {
    const state = JSON.stringify(job.links);
    if (state === this.shownLinks) return;
    this.shownLinks = state;
    const { links } = job;
    this.actions.replaceChildren(
      ...[
        links.model && download(links.model, `${stem(job.name)}.glb`, 'Model (GLB)', true),
        links.report && download(links.report, `${stem(job.name)}.report.json`, 'Report'),
        links.preview && download(links.preview, `${stem(job.name)}.png`, 'Picture'),
        links.overlay && download(links.overlay, `${stem(job.name)}.svg`, 'Overlay'),
        links.cancel && this.button('Cancel', ICONS.stop, () => cancel(job)),
        links.retry && job.state !== 'SUCCESS' && this.button('Try again', ICONS.again, () => this.again(job)),
        isOver(job.state) && this.button('Delete', ICONS.remove, () => this.delete(job)),
      ].filter(Boolean),
    );
  }

  button(label, path, act) {
    const onclick = async (event) => {
      event.currentTarget.disabled = true;
      const button = event.currentTarget;
      try {
        await act();
      } catch (error) {
        button.disabled = false;
        this.note.replaceChildren(problemCard(error));
      }
    };
    return el('button', { type: 'button', className: 'button', onclick }, icon(path), label);
  }

  async again(job) {
    location.hash = `#/jobs/${(await retry(job)).id}`;
  }

  async delete(job) {
    if (!confirm(`Delete ${job.name} and its model?`)) {
      this.shownLinks = null;
      this.showActions(job);
      return;
    }
    await remove(job);
    this.onDeleted(job);
  }

  /** Model and report, once the job is over. */
  async finish(job) {
    if (this.finished) return;
    this.finished = true;
    this.figures.replaceChildren(counts(job.figures));
    if (job.links.model) this.openModel(job);
    else if (job.links.preview) this.model.replaceChildren(el('img', { src: job.links.preview, alt: `The page of ${job.name} that could not be read`, className: 'model-picture' }));
    else this.model.replaceChildren();
    if (!job.links.report) return;
    try {
      const told = await report(job);
      this.figures.replaceChildren(counts(told.plan ?? job.figures));
      this.rest.replaceChildren(reportView(told));
    } catch (error) {
      this.rest.replaceChildren(problemCard(error, { heading: 'The report cannot be shown' }));
    }
  }

  async openModel(job) {
    this.model.replaceChildren(waiting('Loading the model …'));
    const { signal } = this.left;
    try {
      // three.js is fetched only when there is a model to show.
      const { ModelView } = await import('./model-view.js');
      if (signal.aborted) return;
      this.viewer = new ModelView(job);
      await this.viewer.load(job.links.model, signal);
      if (signal.aborted) return;
      const views = new Views();
      views.add('Model in 3D', this.viewer.root);
      if (job.links.overlayPicture) {
        const alt = `What was recognised of ${job.name}, over its lines`;
        views.add('What was recognised', picture(job.links.overlayPicture, job.links.overlay, alt));
      }
      this.model.replaceChildren(views.root);
      this.viewer.start();
    } catch (error) {
      if (signal.aborted) return;
      this.viewer?.dispose();
      this.viewer = null;
      this.model.replaceChildren(el('p', { className: 'muted' }, `The model cannot be shown in 3D here: ${error.message}`));
      if (job.links.preview) {
        this.model.append(el('img', { src: job.links.preview, alt: `${job.name} seen from above`, className: 'model-picture' }));
      }
    }
  }
}

function turn({ queuePosition, estimatedWaitSeconds }) {
  const wait = estimatedWaitSeconds ? `, its turn in about ${duration(estimatedWaitSeconds * 1000)}` : '';
  return `Number ${queuePosition} in the queue${wait}.`;
}

function facts(job) {
  const size = job.sizeBytes === undefined ? 'to be fetched' : bytes(job.sizeBytes);
  const parts = [job.format.toUpperCase(), size, time(job.createdAt)];
  if (job.startedAt && job.finishedAt) {
    const took = duration(new Date(job.finishedAt) - new Date(job.startedAt));
    if (job.reused) parts.push('converted before');
    else parts.push(job.state === 'SUCCESS' ? `converted in ${took}` : `ended after ${took}`);
  }
  return parts.join(' · ');
}

const waiting = (sentence) => el('div', { className: 'card model-wait' }, el('p', {}, sentence));

const stem = (name) => name.replace(/\.[^.]+$/, '');

function download(href, name, label, primary) {
  return el(
    'a',
    { href, download: name, className: primary ? 'button primary' : 'button' },
    icon(ICONS.download),
    label,
  );
}
