import { JobPage } from './job-page.js';
import { JobsList } from './jobs-list.js';
import { Upload } from './upload.js';
import { welcome } from './welcome.js';

const main = document.getElementById('main');
const jobs = new JobsList(document.getElementById('jobs'));
let page = null;

new Upload(document.getElementById('upload'), (job) => {
  jobs.show(job, true);
  location.hash = `#/jobs/${job.id}`;
});

document.getElementById('skip').addEventListener('click', () => main.focus());
addEventListener('hashchange', open);
open();

/** Shows what the address names: a job, or the welcome. */
function open() {
  const id = /^#\/jobs\/([^/]+)$/.exec(location.hash)?.[1] ?? null;
  page?.close();
  page = null;
  jobs.mark(id);
  document.body.dataset.page = id ? 'job' : 'welcome';
  if (!id) {
    document.title = 'Planlift';
    main.replaceChildren(welcome());
    return;
  }
  page = new JobPage(decodeURIComponent(id), {
    onChange: (job) => jobs.show(job, true),
    onDeleted: (job) => {
      jobs.forget(job.id);
      location.hash = '#/';
    },
  });
  main.replaceChildren(page.root);
  main.focus({ preventScroll: true });
  main.scrollIntoView({ block: 'nearest' });
}
