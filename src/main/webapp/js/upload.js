import { hasSample, sample, submit } from './api.js';
import { announce, el, icon, ICONS } from './dom.js';
import { percent } from './format.js';
import { problemCard } from './problem.js';

const SAMPLES = [
  { path: '/samples/house.dxf', type: 'image/vnd.dxf', label: 'Try the sample house' },
  { path: '/samples/office.dxf', type: 'image/vnd.dxf', label: 'Try the sample office' },
  { path: '/samples/house-plot.pdf', type: 'application/pdf', label: 'Try the sample house, as a PDF' },
];

/** Options that change what a model looks like, each on or off. */
const OPTIONS = [
  { label: 'Cut the walls at 1.2 m', options: { cutAt: '1.2' } },
  { label: 'Colours of the drawing’s layers', options: { colourBy: 'layer' } },
  { label: 'Leave out lines that are no building', options: { curves: 'false' } },
];

/** Takes drawings: by the button, dropped anywhere on the page, or a sample. */
export class Upload {
  constructor(root, onAccepted) {
    this.onAccepted = onAccepted;
    this.input = el('input', {
      type: 'file',
      id: 'file',
      accept: '.dxf,.pdf,.zip',
      className: 'unseen',
      onchange: () => this.send(this.input.files[0]),
    });
    this.bar = el('progress', { max: 1, value: 0, hidden: true, 'aria-label': 'Sending' });
    this.note = el('div', {});
    this.samples = el('div', { className: 'samples' });
    this.boxes = OPTIONS.map(() => el('input', { type: 'checkbox' }));
    this.zone = el(
      'div',
      { className: 'dropzone' },
      icon(ICONS.upload),
      el('p', { className: 'dropzone-title' }, 'Drop a floor plan here'),
      el('p', { className: 'muted' }, 'DXF, R12 to 2018, or a ZIP of it and the drawings it refers to, up to 100 MB'),
      el('p', { className: 'muted' }, 'PDF plotted from a drawing, up to 500 MB'),
      this.input,
      el('label', { for: 'file', className: 'button primary' }, 'Choose a file'),
      this.bar,
    );
    root.append(this.zone, this.choices(), this.note, this.samples);
    this.listenToDrops();
    this.offerSamples();
  }

  choices() {
    const lines = OPTIONS.map(({ label }, i) => el('label', { className: 'choice' }, this.boxes[i], label));
    return el('details', { className: 'choices' }, el('summary', {}, 'Options'), lines);
  }

  chosen() {
    return Object.assign({}, ...OPTIONS.filter((_, i) => this.boxes[i].checked).map(({ options }) => options));
  }

  listenToDrops() {
    let depth = 0;
    const over = (change) => {
      depth += change;
      document.body.classList.toggle('dropping', depth > 0);
    };
    addEventListener('dragenter', () => over(1));
    addEventListener('dragleave', () => over(-1));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      over(-depth);
      this.send(event.dataTransfer.files[0]);
    });
  }

  async offerSamples() {
    for (const { path, type, label } of SAMPLES) {
      if (await hasSample(path)) {
        const button = el(
          'button',
          { type: 'button', className: 'button', onclick: () => this.sendSample(path, type) },
          icon(ICONS.house),
          label,
        );
        this.samples.append(button);
      }
    }
  }

  async sendSample(path, type) {
    const file = await sample(path, type);
    if (file) await this.send(file);
  }

  async send(file) {
    if (!file || this.busy) return;
    this.busy = true;
    this.note.replaceChildren();
    this.bar.hidden = false;
    this.bar.value = 0;
    announce(`Sending ${file.name}.`);
    try {
      const job = await submit(file, this.chosen(), (share) => {
        this.bar.value = share;
        this.bar.title = percent(share);
      });
      announce(`${file.name} was accepted.`);
      this.onAccepted(job);
    } catch (error) {
      this.note.append(problemCard(error, { heading: `${file.name} was not accepted` }));
    } finally {
      this.busy = false;
      this.bar.hidden = true;
      this.input.value = '';
    }
  }
}
