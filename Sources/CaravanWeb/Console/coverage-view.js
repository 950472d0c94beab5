// Who is reached: townships by audience as a shaded table, and what must not break.
import { command } from './protocol.js';
import { h, select, show } from './dom.js';
import { coverageScale } from './coverage-scale.js';
import { criticalSection } from './critical.js';
import { number, points } from './figures.js';
import { chosenVersion, fetchWeek, listPlans } from './library.js';
import { address, go, keep } from './route.js';
import { t, word } from './texts.js';

export async function coverageView(root, { week, params, signal }) {
  const [model, versions] = await Promise.all([fetchWeek(week, signal), listPlans(week, signal)]);
  const entry = chosenVersion(versions, params.version);
  root.append(h('h1', { tabindex: '-1' }, t('nav.coverage')));
  if (!entry) {
    root.append(h('p', { class: 'empty' }, t('version.none'), ' ',
      h('a', { class: 'button primary', href: address('solve', { week }) }, t('version.solve'))));
    return;
  }
  const { records } = await command('COVERAGE', [week], { version: entry.version, by: 'township' }, { signal });
  let order = params.order ?? 'week';
  const grid = h('div', {});
  const draw = () => show(grid, heatTable(model, records, order, entry.version));
  root.append(h('div', { class: 'form-row' },
    select('version', t('version.label'), versions.map(({ version, published }) =>
      [version, t(published ? 'version.namePublished' : 'version.name', version)]), entry.version,
    (version) => go('coverage', { week, version })),
    select('order', t('coverage.order'), [['week', t('coverage.asInWeek')], ['least', t('coverage.leastFirst')],
      ['shortfall', t('coverage.shortfallFirst')]], order, (value) => {
      order = value;
      keep({ order });
      draw();
    })),
  h('p', { class: 'note' }, t('coverage.note')), grid, criticalSection(model, signal));
  draw();
}

const orders = {
  week: () => 0,
  least: (a, b) => (a.perThousand ?? 0) - (b.perThousand ?? 0),
  shortfall: (a, b) => (b.shortfallCost ?? 0) - (a.shortfallCost ?? 0),
};

function heatTable(model, records, order, version) {
  const audiences = model.document.audiences;
  const scale = coverageScale(records.flatMap((record) => (record.audiences ?? []).map((entry) => entry.perThousand)));
  const sorted = [...records].sort(orders[order] ?? orders.week);
  const cell = (entry) => h('td', { class: `heat step-${scale.step(entry?.perThousand)}` },
    entry?.sessions ? [h('strong', {}, number(entry.perThousand, 1)), ' ', h('span', { class: 'times' }, t('coverage.times', number(entry.sessions)))]
      : h('span', { 'aria-label': t('map.none') }, '–'));
  const row = (record) => h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: address('plan', { week: model.id, version, township: record.key }) }, record.name ?? record.key),
      h('span', { class: 'soft' }, record.county)),
    audiences.map((audience) => cell(record.audiences?.find((entry) => entry.audience === audience))),
    h('td', { class: 'figure' }, number(record.sessions)), h('td', { class: 'figure' }, number(record.attendance)),
    h('td', { class: 'figure' }, number(record.perThousand, 1)), h('td', { class: 'figure' }, points(record.shortfallCost)));
  const headings = [t('session.place'), ...audiences.map(word), t('plan.sessions'), t('coverage.people'),
    t('coverage.perThousand'), t('coverage.shortfall')];
  return h('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': t('nav.coverage') },
    h('table', { class: 'heat-table' },
      h('thead', {}, h('tr', {}, headings.map((text, at) =>
        h('th', { scope: 'col', class: at > audiences.length ? 'figure' : at > 0 ? 'middle' : '' }, text)))),
      h('tbody', {}, sorted.map(row))));
}
