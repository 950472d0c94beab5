// One request at the side: its session if it has one, what may be changed about it, and the daemon's explanation.
import { button, h, show } from './dom.js';
import { openDialog } from './dialog.js';
import { addEdit } from './edit-list.js';
import { explanation } from './explanation.js';
import { guarded } from './faults.js';
import { number, points, yuan } from './figures.js';
import { command } from './protocol.js';
import { go } from './route.js';
import { t, word } from './texts.js';

/** Opens the panel; `session` is undefined where the request is not held. */
export function sessionPanel(model, { version, revision }, request, session, signal) {
  const known = model.requests.get(request);
  const explained = h('section', { class: 'explained', 'aria-live': 'polite' }, h('p', { class: 'waiting' }, t('explain.waiting')));
  const { dialog } = openDialog({
    title: known?.title ?? request, side: true,
    content: [session ? held(model, session, known) : h('p', { class: 'not-held' }, t('session.notHeld')),
      known ? about(model, known) : null, explained],
  });
  dialog.dataset.request = request;
  const change = (edit) => {
    addEdit(model.id, edit);
    dialog.close('');
    go('changes', { week: model.id, baseline: version });
  };
  if (known) dialog.querySelector('.dialog-body').insertBefore(changes(model, known, session, change), explained);
  guarded(explained, async () => {
    const { records } = await command('EXPLAIN', [model.id, request], { version }, { signal });
    const apply = (edits) => {
      for (const edit of edits) addEdit(model.id, edit);
      dialog.close('');
      go('changes', { week: model.id, baseline: version });
    };
    // What was tried on an earlier revision is not offered for the one of now.
    show(explained, explanation(model, records[0], revision === model.revision ? apply : null));
  });
}

const facts = (pairs) => h('dl', { class: 'details' }, pairs.filter(([, value]) => value).map(([key, value]) =>
  h('div', {}, h('dt', {}, t(key)), h('dd', {}, value))));

function held(model, session, request) {
  return facts([
    ['session.time', h('strong', {}, model.time(session))],
    ['session.place', `${model.placeName(session.township)}`],
    ['session.venue', model.venueName(session.venue)],
    ['session.crew', crew(model, session)],
    ['session.attendance', request && t('session.people', number(request.attendance))],
  ]);
}

function crew(model, session) {
  if (!session.crew.length) return t('session.nobody');
  return h('ul', { class: 'crew' }, session.crew.map((id) => h('li', {}, model.memberName(id), ' ',
    h('span', { class: 'badge' }, word(model.members.get(id)?.pool ?? '')))));
}

function about(model, request) {
  return facts([
    ['filter.audience', word(request.audience)], ['filter.format', word(request.format)],
    ['session.topic', request.topic],
    ['session.fund', t('session.fundCost', model.fundName(request.fund), yuan(request.cost ?? 0))],
    ['session.value', t('figure.points', points(request.value))],
    ['session.request', request.id],
  ]);
}

/** What may be said to have changed, from here straight into the list of changes. */
function changes(model, request, session, change) {
  const offers = session ? [
    ...session.crew.map((member) =>
      button(t('session.away', model.memberName(member)), () => change({ op: 'away', member }))),
    button(t('session.close', model.venueName(session.venue)), () => change({ op: 'close', venue: session.venue })),
  ] : [];
  return h('details', { class: 'offers' }, h('summary', {}, t('session.changes')),
    h('div', { class: 'actions' }, offers,
      button(t('session.withdraw'), () => change({ op: 'withdraw', request: request.id }))));
}
