// The plan that the daemon proposes for the collected changes: what differs, and the decision.
import { command } from './protocol.js';
import { announce } from './announce.js';
import { button, check, h, show } from './dom.js';
import { differenceReport } from './difference.js';
import { writeEdits } from './edit-list.js';
import { guarded } from './faults.js';
import { percent, points } from './figures.js';
import { go, keep } from './route.js';
import { family, t } from './texts.js';

const status = family('status');

/** Shows a proposal under the progress of the job that made it. */
export async function showProposal(model, job, section, live, signal) {
  const [requests, members] = await Promise.all([
    command('PROPOSAL', [job], {}, { signal }), command('PROPOSAL', [job], { by: 'member' }, { signal }),
  ]);
  const { fields } = requests;
  const facts = [['plan.objective', points(fields.objective)], ['plan.bound', points(fields.bound)],
    ['plan.gap', percent(fields.gap)], ['plan.status', status(fields.status)],
    ['proposal.baseline', t('version.name', fields.baseline)]];
  const decision = h('div', { class: 'decision' },
    check('accept-publish', t('proposal.publish'), { checked: true }),
    h('div', { class: 'actions' },
      button(t('proposal.accept'), () => accept(model, job, fields.revision, decision, signal), { class: 'primary', id: 'accept' }),
      button(t('proposal.discard'), () => discard(section), { id: 'discard' })));
  show(section, h('h2', { id: 'proposal-title', tabindex: '-1' }, t('proposal.title')),
    h('dl', { class: 'facts' }, facts.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value)))),
    decision, differenceReport(model, requests, members.records),
    live ? h('details', { class: 'made' }, h('summary', {}, t('proposal.made')), live) : null);
  section.querySelector('h2').focus({ preventScroll: true });
  section.scrollIntoView({ block: 'nearest' });
  announce(t('proposal.ready'));
}

async function accept(model, job, revision, decision, signal) {
  const publish = decision.querySelector('#accept-publish').checked;
  await guarded(decision, async () => {
    const { fields } = await command('ACCEPT', [job], { publish: publish ? 'yes' : undefined, if: revision }, { signal });
    writeEdits(model.id, []);
    announce(t(publish ? 'proposal.acceptedPublished' : 'proposal.accepted', fields.version));
    go('plan', { week: model.id, version: fields.version });
  });
}

/** Nothing was stored, so there is nothing to undo; the collected changes stay. */
function discard(section) {
  keep({ job: '' });
  show(section, h('h2', { id: 'proposal-title', tabindex: '-1' }, t('proposal.title')),
    h('p', { class: 'empty' }, t('proposal.discarded')));
  section.querySelector('h2').focus();
  announce(t('proposal.discarded'));
}
