// A version of the plan: figures, map and timetable side by side, and what is not held.
import { announce } from './announce.js';
import { button, h, select, show } from './dom.js';
import { downloadMenu } from './downloads.js';
import { filterBar } from './filter-bar.js';
import { filterKeys, readFilters, sessionFits, unheldFits } from './filters.js';
import { number, percent, points } from './figures.js';
import { chosenVersion, fetchPlan, fetchWeek, listPlans } from './library.js';
import { TownshipMap } from './map.js';
import { address, go, keep } from './route.js';
import { sessionPanel } from './session-panel.js';
import { family, t } from './texts.js';
import { Timetable } from './timetable.js';
import { UnheldList } from './unheld.js';
import { publish, staleText } from './versions.js';

const status = family('status');

export async function planView(root, { week, params, signal, reenter }) {
  const [model, versions] = await Promise.all([fetchWeek(week, signal), listPlans(week, signal)]);
  const entry = chosenVersion(versions, params.version);
  if (!entry) {
    root.append(h('h1', { tabindex: '-1' }, t('nav.plan')), h('p', { class: 'empty' }, t('version.none'), ' ',
      h('a', { class: 'button primary', href: address('solve', { week }) }, t('version.solve'))));
    return;
  }
  const plan = await fetchPlan(week, entry.version, entry.created, signal);
  root.append(heading(model, entry, versions, root, signal, reenter));
  const stale = staleText(entry);
  if (stale) root.append(h('p', { class: 'hint stale', role: 'alert' }, stale, ' ', t('plan.staleAdvice')));
  if (entry.revision !== model.revision) root.append(h('p', { class: 'hint' }, t('plan.older', entry.revision, model.revision)));
  parts(root, model, plan, entry, params, signal);
}

function heading(model, entry, versions, root, signal, reenter) {
  const facts = [
    ['plan.sessions', number(entry.sessions)], ['plan.unheldCount', number(entry.unserved)],
    ['plan.objective', points(entry.objective)], ['plan.bound', points(entry.bound)],
    ['plan.gap', percent(entry.gap)],
  ];
  const options = versions.map(({ version, published }) =>
    [version, t(published ? 'version.namePublished' : 'version.name', version)]);
  return h('header', { class: 'plan-head' },
    h('div', {},
      h('h1', { tabindex: '-1' }, t('plan.title', entry.version)),
      h('p', { class: 'badges' },
        h('span', { class: `badge${entry.published ? ' strong' : ''}` }, t(entry.published ? 'version.published' : 'version.draft')),
        h('span', { class: 'badge' }, status(entry.status)))),
    h('dl', { class: 'facts' }, facts.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value)))),
    h('div', { class: 'actions' },
      select('version', t('version.label'), options, entry.version, (version) => go('plan', { week: model.id, version })),
      entry.published ? null : button(t('version.publish'), () => publish(model, entry, root, signal, reenter)),
      h('a', { class: 'button', href: address('changes', { week: model.id, baseline: entry.version }) }, t('plan.change')),
      downloadMenu(model.id, entry.version)));
}

/** Map, timetable and list share the filters, and every change of them goes into the address. */
function parts(root, model, plan, entry, params, signal) {
  let filters = readFilters(params);
  let sessions = [];
  const open = (request) => sessionPanel(model, entry, request,
    plan.document.sessions.find((session) => session.request === request), signal);
  const map = new TownshipMap(model, plan, (township) => change({ township: filters.township === township ? '' : township }));
  const timetable = new Timetable(model, params.date, open, (date) => {
    keep({ date });
    drawMap();
  });
  const unheld = new UnheldList(model, plan.unheld, open);
  const bar = filterBar(model, filters, change);
  const shown = h('p', { class: 'shown', role: 'status' });

  function change(changes) {
    filters = { ...filters, ...changes };
    keep(Object.fromEntries(filterKeys.map((key) => [key, filters[key]])));
    bar.update(filters);
    draw();
    announce(shown.textContent);
  }
  /** The map counts what the timetable shows: of one date where one was chosen. */
  function drawMap() {
    map.draw(timetable.onDate(sessions), filters);
  }
  function draw() {
    sessions = plan.document.sessions.filter((session) => sessionFits(model, session, filters));
    const left = plan.unheld.filter((record) => unheldFits(model, record, filters));
    timetable.draw(sessions);
    drawMap();
    unheld.draw(left);
    show(shown, t('plan.shown', number(sessions.length), number(plan.document.sessions.length), number(left.length)));
  }
  const toUnheld = button(t('plan.toUnheld'), () => unheld.show(), { class: 'small' });
  root.append(bar.bar, h('div', { class: 'shown-row' }, shown, plan.unheld.length ? toUnheld : null),
    h('div', { class: 'plan-parts' }, map.element, timetable.element), unheld.element);
  signal.addEventListener('abort', () => map.leave(), { once: true });
  draw();
}
