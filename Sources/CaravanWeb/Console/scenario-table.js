// Scenarios as columns, what they come to as rows.
import { h } from './dom.js';
import { number, percent, points, signed, yuan } from './figures.js';
import { editSentence } from './edit-words.js';
import { faultText } from './faults.js';
import { family, spoken, t, word } from './texts.js';

const sign = family('sign');
const relation = family('relation');
const term = family('term');
const shownTitles = 6;

/** `found` maps the number of a scenario, 0 for the week as it is, to its record. */
export function scenarioTable(model, scenarios, found) {
  const numbers = [0, ...scenarios.map((_, at) => at + 1)];
  const base = found.get(0);
  const row = (label, cell, kind = '') => h('tr', { class: kind }, h('th', { scope: 'row' }, label), numbers.map((place) => {
    const record = found.get(place);
    if (!record) return h('td', { class: 'waiting' }, '…');
    if (record.error) return h('td', {}, '–');
    return h('td', {}, cell(record, place));
  }));
  const against = (cell) => (record, place) => (place === 0 ? '–' : cell(record));
  const head = h('tr', {}, h('td', {}), numbers.map((place) => {
    const record = found.get(place);
    return h('th', { scope: 'col' }, place === 0 ? t('scenario.base') : scenarios[place - 1].name,
      place === 0 ? null : h('ul', { class: 'edits-short' },
        scenarios[place - 1].edits.map((edit) => h('li', {}, editSentence(model, edit)))),
      record?.error ? h('p', { class: 'fault' }, faultText(record.error.code), h('br'),
        h('span', {}, spoken(record.error, 'message'))) : null);
  }));
  const terms = Object.keys(base?.terms ?? {});
  const funds = base?.money ?? [];
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('scenario.result') },
    h('table', { class: 'scenario-table' }, h('thead', {}, head), h('tbody', {},
      row(t('plan.objective'), (record) => h('strong', {}, points(record.objective))),
      row(t('scenario.delta'), against((record) => h('strong', {}, signed(record.delta)))),
      row(t('scenario.bracket'), against((record) => t('scenario.between', signed(record.deltaLow), signed(record.deltaHigh)))),
      row(t('scenario.sign'), against((record) => h('span', { class: `badge sign-${record.sign}` }, sign(record.sign)))),
      row(t('scenario.relation'), against((record) => relation(record.relation))),
      row(t('plan.bound'), (record) => points(record.bound)),
      row(t('plan.gap'), (record) => percent(record.gap)),
      row(t('plan.sessions'), (record) => number(record.held)),
      row(t('plan.unheldCount'), (record) => number(record.unserved?.length)),
      row(t('scenario.gained'), against((record) => titles(model, record.gained))),
      row(t('scenario.lost'), against((record) => titles(model, record.lost))),
      row(t('scenario.townships'), against((record) => townships(model, record.coverage))),
      row(t('scenario.audiences'), against((record) => audiences(record.audiences))),
      heading('scenario.terms', numbers),
      terms.map((name) => row(term(name), (record) => points(record.terms?.[name]), 'part')),
      heading('scenario.funds', numbers),
      funds.map(({ fund }) => row(model.fundName(fund), (record) => money(record, fund), 'part')))));
}

/** A row that names those below it. */
function heading(key, numbers) {
  return h('tr', { class: 'row-heading' }, h('th', { scope: 'rowgroup', colspan: numbers.length + 1 }, t(key)));
}

function titles(model, ids) {
  if (!ids?.length) return '–';
  const names = ids.map((id) => h('li', {}, model.requestTitle(id)));
  if (names.length <= shownTitles) return h('ul', {}, names);
  return h('details', {}, h('summary', {}, t('scenario.requests', number(names.length))), h('ul', {}, names));
}

function townships(model, differences) {
  if (!differences?.length) return '–';
  const lines = differences.map((entry) => h('li', {},
    t('scenario.townshipChange', model.townshipName(entry.township), signed(entry.sessions, 0), signed(entry.attendance, 0))));
  return h('details', {}, h('summary', {}, t('scenario.townshipCount', number(lines.length))), h('ul', {}, lines));
}

function audiences(differences) {
  const changed = (differences ?? []).filter((entry) => entry.sessions || entry.attendance);
  if (!changed.length) return '–';
  return h('ul', {}, changed.map((entry) => h('li', {},
    t('scenario.townshipChange', word(entry.audience), signed(entry.sessions, 0), signed(entry.attendance, 0)))));
}

function money(record, fund) {
  const entry = record.money?.find((item) => item.fund === fund);
  return entry ? t('scenario.money', yuan(entry.charged), yuan(entry.limit)) : '–';
}
