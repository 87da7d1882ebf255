/** The service’s interface. Everything that fails is a Problem. */

const JOBS = '/api/v1/jobs';

/** What went wrong, in sentences: RFC 9457 with the service’s code, advice and place. */
export class Problem extends Error {
  constructor({ code, title, detail, advice, where, status, retryAfter }) {
    super(detail || title || 'Something went wrong.');
    this.code = code ?? `HTTP_${status}`;
    this.advice = advice ?? '';
    this.where = where ?? {};
    this.status = status;
    this.retryAfter = retryAfter ?? 0;
  }
}

const unreachable = () =>
  new Problem({
    code: 'UNREACHABLE',
    status: 0,
    detail: 'The service does not answer.',
    advice: 'Check the connection; this page goes on by itself when it is back.',
  });

function problemOf(status, text, retryAfter) {
  let told = {};
  try {
    told = JSON.parse(text);
  } catch {
    told = { detail: `The service answered with status ${status}.` };
  }
  return new Problem({ ...told, status, retryAfter: Number(retryAfter) || 0 });
}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { cache: 'no-store', ...options });
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause;
    throw unreachable();
  }
  if (answer.ok || answer.status === 304) return answer;
  throw problemOf(answer.status, await answer.text(), answer.headers.get('Retry-After'));
}

/** A page of jobs: `{jobs, next}`; `next` is the path of the page after it. */
export async function listJobs(path = `${JOBS}?limit=20`) {
  return (await call(path)).json();
}

export async function findJob(id, signal) {
  return (await call(`${JOBS}/${encodeURIComponent(id)}`, { signal })).json();
}

/** Yields a job each time anything of it changes, until it is over or the signal aborts. */
export async function* follow(id, signal) {
  const path = `${JOBS}/${encodeURIComponent(id)}`;
  let etag = null;
  for (;;) {
    const asked = performance.now();
    const headers = etag ? { 'If-None-Match': etag } : {};
    const answer = await call(etag ? `${path}?wait=30s` : path, { headers, signal });
    if (answer.status !== 304) {
      etag = answer.headers.get('ETag');
      const job = await answer.json();
      yield job;
      if (['SUCCESS', 'FAILURE', 'DEAD_LETTER', 'CANCELLED'].includes(job.state)) return;
    }
    // A job that changes often is looked at four times a second at most.
    await pause(250 - (performance.now() - asked), signal);
  }
}

export function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('Left', 'AbortError'));
    if (signal?.aborted) return stop();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, Math.max(0, millis));
    signal?.addEventListener('abort', () => { clearTimeout(timer); stop(); }, { once: true });
  });
}

/** Sends a drawing with its options; `progress` is told the share that has left, 0 to 1. Gives the job. */
export function submit(file, options, progress) {
  const form = new FormData();
  form.append('request', new Blob([JSON.stringify({ name: file.name, options })], { type: 'application/json' }));
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    // fetch does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', JOBS);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(responseText));
      else reject(problemOf(status, responseText, request.getResponseHeader('Retry-After')));
    });
    request.send(form);
  });
}

export async function cancel(job) {
  await call(job.links.cancel, { method: 'POST' });
}

/** Sends the same drawing again; gives the new job. */
export async function retry(job) {
  const headers = { 'Content-Type': 'application/json' };
  return (await call(job.links.retry, { method: 'POST', headers, body: '{}' })).json();
}

export async function remove(job) {
  await call(job.links.self, { method: 'DELETE' });
}

export async function report(job) {
  return (await call(job.links.report)).json();
}

/** A sample that comes with the service as a file, or null where it does not. */
export async function sample(path, type) {
  const answer = await fetch(path);
  if (!answer.ok) return null;
  return new File([await answer.blob()], path.split('/').pop(), { type });
}

export async function hasSample(path) {
  try {
    return (await fetch(path, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}
