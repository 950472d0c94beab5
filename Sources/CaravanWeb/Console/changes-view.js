// A cancellation: what changed is collected, the plan made for it is looked at, and then taken or left.
import { command } from './protocol.js';
import { announce } from './announce.js';
import { h, input, select, show } from './dom.js';
import { editBoard } from './edit-board.js';
import { readEdits, writeEdits } from './edit-list.js';
import { guarded } from './faults.js';
import { describe, listJobs, isOpen } from './jobs.js';
import { chosenVersion, fetchWeek, listPlans } from './library.js';
import { showProgress } from './progress.js';
import { showProposal } from './proposal.js';
import { address, keep } from './route.js';
import { t } from './texts.js';

export async function changesView(root, { week, params, signal }) {
  const [model, versions] = await Promise.all([fetchWeek(week, signal), listPlans(week, signal)]);
  root.append(h('h1', { tabindex: '-1' }, t('nav.changes')));
  const baseline = chosenVersion(versions, params.baseline);
  if (!baseline) {
    root.append(h('p', { class: 'empty' }, t('changes.noPlan'), ' ',
      h('a', { class: 'button primary', href: address('solve', { week }) }, t('version.solve'))));
    return;
  }
  root.append(h('p', { class: 'lead' }, t('changes.lead')));
  const proposal = h('section', { class: 'proposal', 'aria-labelledby': 'proposal-title' });
  const start = startForm(model, versions, baseline, (options) => preview(model, options, proposal, signal));
  root.append(h('div', { class: 'changes-parts' },
    h('section', { class: 'panel', 'aria-labelledby': 'edits-title' },
      h('h2', { id: 'edits-title' }, t('changes.edits')),
      editBoard(model, 'edit', readEdits(week), (edits) => writeEdits(week, edits)), start),
    proposal));
  show(proposal, h('h2', { id: 'proposal-title' }, t('proposal.title')), h('p', { class: 'empty' }, t('proposal.none')));
  if (params.job) resume(model, params.job, proposal, signal);
}

function startForm(model, versions, baseline, run) {
  const form = h('form', { class: 'start-form', 'aria-label': t('changes.preview') },
    select('baseline', t('changes.baseline'), versions.map(({ version, published }) =>
      [version, t(published ? 'version.namePublished' : 'version.name', version)]), baseline.version,
    (version) => keep({ baseline: version })),
    select('freeze', t('changes.freeze'), [['', t('changes.noFreeze')],
      ...model.instances.map((instance) => [instance, model.instanceName(instance)])], ''),
    input('replan-limit', t('solve.limit'), { type: 'number', min: 1, max: 86400, value: 30, required: true, inputmode: 'numeric' }),
    h('button', { class: 'primary' }, t('changes.preview')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = (id) => form.querySelector(`#${id}`).value;
    run({ baseline: value('baseline'), freeze: value('freeze'), limit: Number(value('replan-limit')) });
  });
  return form;
}

/** Nothing is stored by this: the daemon keeps the proposal aside until it is accepted. */
async function preview(model, { baseline, freeze, limit }, proposal, signal) {
  await guarded(proposal, async () => {
    const options = { preview: 'yes', baseline, freeze, limit: `${limit}s`, if: model.revision };
    const body = JSON.stringify(readEdits(model.id));
    const { fields } = await command('REPLAN', [model.id], options, { body, signal });
    keep({ job: fields.job });
    announce(t('proposal.started'));
    await watch(model, fields.job, limit, proposal, signal);
  });
}

async function watch(model, job, limit, proposal, signal) {
  const live = h('div', {});
  show(proposal, h('h2', { id: 'proposal-title' }, t('proposal.title')), live);
  live.scrollIntoView({ block: 'nearest' });
  const done = await showProgress(live, { job, title: t('proposal.progress'), limit, signal, proposal: true });
  if (done && !signal.aborted) await showProposal(model, job, proposal, live, signal);
}

/** After a reload the proposal, or the job that still works on it, is there again. */
async function resume(model, job, proposal, signal) {
  await guarded(proposal, async () => {
    const jobs = await listJobs(model.id, signal);
    const record = jobs.find((entry) => String(entry.job) === String(job)) ?? await describe(job, signal);
    if (record.week !== model.id) return;
    if (isOpen(record)) await watch(model, job, record.parameters?.limit, proposal, signal);
    else if (record.state === 'done') await showProposal(model, job, proposal, null, signal);
  });
}
