// Making a plan: start a job, see it converge, stop it. Jobs that run already are found again.
import { command } from './protocol.js';
import { h, input, show, table } from './dom.js';
import { guarded } from './faults.js';
import { moment, percent, points, seconds } from './figures.js';
import { isOpen, listJobs } from './jobs.js';
import { showProgress } from './progress.js';
import { address } from './route.js';
import { family, spoken, t } from './texts.js';

const kind = family('job');
const state = family('state');
const ending = family('termination');
const listed = 20;

export async function solveView(root, { week, signal }) {
  const jobs = await listJobs(week, signal);
  const live = h('div', { class: 'live-jobs' });
  const past = h('div', { class: 'past-jobs' });
  root.append(h('h1', { tabindex: '-1' }, t('nav.solve')), startForm(week, live, past, signal), live, past);
  drawPast(past, jobs, week);
  for (const record of jobs.filter(isOpen)) watch(live, past, week, record, signal);
}

function startForm(week, live, past, signal) {
  const form = h('form', { class: 'form-row panel', 'aria-label': t('solve.start') },
    input('limit', t('solve.limit'), { type: 'number', min: 1, max: 86400, value: 30, required: true, inputmode: 'numeric' }),
    input('gap', t('solve.gap'), { type: 'number', min: 0, max: 100, step: 'any', value: 0, required: true, inputmode: 'decimal' }),
    input('seed', t('solve.seed'), { type: 'number', min: 0, value: 1, required: true, inputmode: 'numeric' }),
    h('button', { class: 'primary' }, t('solve.start')),
    h('p', { class: 'note' }, t('solve.note')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = (id) => Number(form.querySelector(`#${id}`).value);
    guarded(live, async () => {
      const options = { limit: `${value('limit')}s`, gap: value('gap') / 100, seed: value('seed') };
      const { fields } = await command('SOLVE', [week], options, { signal });
      watch(live, past, week, { job: fields.job, kind: 'solve', parameters: { limit: value('limit') } }, signal);
    });
  });
  return form;
}

/** Follows a job in a box of its own, the newest on top; then the plan is offered. */
async function watch(live, past, week, record, signal) {
  const box = h('div', { class: 'live-job' });
  live.prepend(box);
  const title = t('solve.job', kind(record.kind), record.job);
  const fields = await showProgress(box, { job: record.job, title, limit: record.parameters?.limit, signal });
  if (signal.aborted) return;
  if (fields?.version) {
    box.firstChild.append(h('p', { class: 'actions' },
      h('a', { class: 'button primary', href: address('plan', { week, version: fields.version }) },
        t('solve.open', fields.version))));
  }
  await guarded(past, async () => drawPast(past, await listJobs(week, signal), week));
}

function drawPast(element, jobs, week) {
  const ended = jobs.filter((record) => !isOpen(record)).slice(0, listed);
  if (!ended.length) {
    show(element);
    return;
  }
  const rows = ended.map((record) => [
    t('solve.job', kind(record.kind), record.job), state(record.state),
    record.version ? h('a', { href: address('plan', { week, version: record.version }) }, t('version.name', record.version)) : '–',
    points(record.objective), percent(record.gap), seconds(record.seconds ?? 0),
    record.termination ? ending(record.termination) : spoken(record, 'message') || '–', moment(record.ended ?? record.submitted),
  ]);
  const headings = ['solve.jobName', 'solve.state', 'solve.version', 'plan.objective', 'plan.gap', 'solve.time',
    'solve.why', 'solve.when'].map((key) => t(key));
  show(element, h('h2', {}, t('solve.past')),
    table(t('solve.past'), headings, rows, ['', '', '', 'figure', 'figure', 'figure', '', '']));
}
