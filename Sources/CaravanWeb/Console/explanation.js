// The record of `EXPLAIN`: why here or why not, what else there is, what would let it in.
import { button, h } from './dom.js';
import { number, points, signed, yuan } from './figures.js';
import { family, spoken, t } from './texts.js';

const rule = family('rule');
const term = family('term');

/** `apply` takes the edits of a remedy into the list of changes; null: they were not tried on the week as it is now. */
export function explanation(model, record, apply) {
  return [
    h('h3', {}, t(record.held ? 'explain.whyHere' : 'explain.whyNot')),
    record.held ? null : h('p', { class: 'reason' }, spoken(record, 'reason')),
    contribution(record.contribution),
    record.change === undefined ? null : h('p', {}, t('explain.change', signed(record.change))),
    remedies(model, record, apply),
    alternatives(model, record),
    nearest(model, record),
    rules(record),
  ];
}

function contribution(value) {
  if (!value) return null;
  const followers = value.followers?.length ?? 0;
  return [h('p', { class: 'reason' }, t('explain.contribution', signed(value.delta)), followers ? ` ${t('explain.followers', number(followers))}` : ''),
    terms(value.terms)];
}

/** Only the terms that change. */
function terms(values) {
  const entries = Object.entries(values ?? {}).filter(([, value]) => Math.abs(value) > 1e-9);
  if (!entries.length) return null;
  return h('p', { class: 'terms' }, entries.map(([name, value]) =>
    h('span', { class: 'badge' }, t('explain.term', term(name), signed(value)))));
}

function place(model, request, session) {
  return `${model.time({ ...session, request })} · ${model.townshipName(session.township)} · ${model.venueName(session.venue)}`;
}

function alternatives(model, { request, alternatives: options }) {
  if (!options?.length) return null;
  return part('explain.alternatives', h('ol', { class: 'options' }, options.map((option) => h('li', {},
    h('p', {}, place(model, request, option)),
    h('p', { class: 'soft' }, model.crewNames(option)),
    h('p', { class: 'soft' }, t('explain.cost', signed(option.delta), yuan(option.yuan)))))));
}

function nearest(model, { request, nearest: places }) {
  if (!places?.length) return null;
  return part('explain.nearest', h('ol', { class: 'options' }, places.map((option) => h('li', {},
    h('p', {}, place(model, request, option)),
    h('ul', { class: 'soft' }, option.blocked.map((entry) => h('li', {}, spoken(entry, 'text'))))))));
}

/** Every change of a remedy is needed; the place is what they make possible together. */
function remedies(model, { request, remedies: options }, apply) {
  if (!options?.length) return null;
  return part('explain.remedies', h('ol', { class: 'options remedies' }, options.map((option) => h('li', {},
    option.session ? h('p', {}, h('strong', {}, place(model, request, option.session))) : h('p', {}, spoken(option, 'text')),
    h('p', { class: 'soft' }, t('explain.needs')),
    h('ul', {}, option.changes.map((change) => h('li', {}, spoken(change, 'text')))),
    h('p', { class: 'soft' }, t('explain.remedyCost', points(option.delta)),
      option.yuan ? ` ${t('explain.remedyYuan', yuan(option.yuan))}` : ''),
    apply && option.edits?.length ? button(t('explain.apply'), () => apply(option.edits)) : null))));
}

function rules(record) {
  const ruling = (record.rules ?? []).filter(({ ruledOut }) => ruledOut > 0);
  if (!ruling.length) return null;
  return h('details', {}, h('summary', {}, t('explain.rules', number(record.options))),
    h('ul', {}, ruling.map((entry) => h('li', {}, t('explain.ruledOut', rule(entry.rule), number(entry.ruledOut))))));
}

const part = (key, content) => h('section', {}, h('h4', {}, t(key)), content);
