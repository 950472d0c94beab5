// What differs between two plans: by request, and by member to be told.
import { announce } from './announce.js';
import { button, h } from './dom.js';
import { number, points } from './figures.js';
import { family, spoken, t, word } from './texts.js';

const kinds = ['dropped', 'changed', 'added'];
const aspect = family('aspect');
const kindName = family('kind');
const memberChange = family('memberChange');

/** The report of `DIFF` or `PROPOSAL`: counts first, then the requests by kind, then the members. */
export function differenceReport(model, { records, fields }, members) {
  const changes = records.filter((record) => kinds.includes(record.kind));
  const counts = kinds.map((kind) => h('div', { class: `count ${kind}` },
    h('dt', {}, kindName(kind)),
    h('dd', {}, number(changes.filter((record) => record.kind === kind).length))));
  const told = h('div', { class: 'count' }, h('dt', {}, t('diff.toTell')), h('dd', {}, number(members.length)));
  const cost = fields.disruption === undefined ? null
    : h('div', { class: 'count' }, h('dt', {}, t('diff.disruption')), h('dd', {}, points(fields.disruption)));
  return h('div', { class: 'difference' },
    h('dl', { class: 'counts' }, counts, told, cost),
    changes.length ? kinds.map((kind) => changeGroup(model, kind, changes)) : h('p', { class: 'empty' }, t('diff.nothing')),
    members.length ? memberSection(members) : null);
}

function changeGroup(model, kind, changes) {
  const found = changes.filter((record) => record.kind === kind);
  if (!found.length) return null;
  return h('section', { class: `change-group ${kind}` },
    h('h3', {}, t('diff.group', kindName(kind), number(found.length))),
    h('ul', { class: 'changes' }, found.map((record) => change(model, record))));
}

function change(model, record) {
  const { from, to } = record;
  const marked = new Set(record.changes ?? []);
  return h('li', { class: 'change', 'data-request': record.request },
    h('p', { class: 'change-title' }, record.title || record.request,
      record.cost ? h('span', { class: 'cost' }, t('figure.points', points(record.cost))) : null),
    record.kind === 'changed' ? h('p', { class: 'tags' },
      [...marked].map((name) => h('span', { class: 'badge' }, aspect(name)))) : null,
    h('div', { class: 'before-after' },
      from ? place(model, from, marked, t('diff.before'), 'before') : null,
      to ? place(model, to, marked, t('diff.after'), 'after') : null));
}

/** A session in a few lines; what changed stands out by weight, not by colour alone. */
function place(model, session, marked, label, side) {
  const part = (name, text) => h(marked.has(name) ? 'strong' : 'span', {}, text);
  return h('p', { class: `place ${side}` },
    h('span', { class: 'side-label' }, label), ' ',
    part('start', model.time(session)), ' · ',
    part('township', model.townshipName(session.township)), ' · ',
    part('venue', model.venueName(session.venue)),
    session.crew?.length ? [h('br'), part('crew', model.crewNames(session))] : null);
}

function memberSection(members) {
  return h('section', { class: 'members-to-tell' },
    h('h3', {}, t('diff.members', number(members.length))),
    members.map((record) => h('details', { 'data-member': record.member },
      h('summary', {}, h('span', { class: 'name' }, record.name || record.member), ' ',
        h('span', { class: 'badge' }, word(record.pool)), ' ',
        [...Map.groupBy(record.changes, ({ change: kind }) => kind)].map(([kind, group]) =>
          h('span', { class: `badge ${kind}` }, group.length > 1
            ? t('diff.times', memberChange(kind), number(group.length)) : memberChange(kind)))),
      h('ul', {}, record.changes.map((entry) => h('li', {}, spoken(entry, 'text')))),
      h('pre', { class: 'message' }, spoken(record, 'message')),
      copyButton(spoken(record, 'message')))));
}

function copyButton(text) {
  return button(t('diff.copy'), async (event) => {
    await navigator.clipboard.writeText(text);
    event.target.textContent = t('diff.copied');
    announce(t('diff.copied'));
  });
}
