// The frame of the console: language, week, navigation, and the view that the address names.
import { connection } from './connection.js';
import { show, h } from './dom.js';
import { faultBox } from './faults.js';
import { listWeeks } from './library.js';
import { address, go, readRoute } from './route.js';
import { language, speak, t } from './texts.js';
import { changesView } from './changes-view.js';
import { coverageView } from './coverage-view.js';
import { planView } from './plan-view.js';
import { scenariosView } from './scenarios-view.js';
import { solveView } from './solve-view.js';
import { weeksView } from './weeks-view.js';

const views = {
  weeks: { key: 'nav.weeks', mount: weeksView }, solve: { key: 'nav.solve', mount: solveView },
  plan: { key: 'nav.plan', mount: planView }, changes: { key: 'nav.changes', mount: changesView },
  scenarios: { key: 'nav.scenarios', mount: scenariosView }, coverage: { key: 'nav.coverage', mount: coverageView },
};
const rememberedWeek = 'caravan.week';
const at = (id) => document.getElementById(id);
let leaving = new AbortController();

/** Shows the view that the address names, with whatever week was looked at last. */
async function enter(focus) {
  const route = readRoute();
  const view = views[route.view] ? route.view : 'weeks';
  const week = route.params.week ?? localStorage.getItem(rememberedWeek) ?? '';
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  drawNavigation(view, week);
  const main = at('main');
  show(main, h('p', { class: 'waiting' }, t('frame.waiting')));
  const known = await drawWeeks(week, signal).catch((error) => ({ error }));
  if (signal.aborted) return;
  if (known.error) {
    show(main, faultBox(known.error));
    return;
  }
  const present = known.some((record) => record.week === week) ? week : '';
  if (present) localStorage.setItem(rememberedWeek, present);
  const root = h('div', { class: `view view-${view}` });
  try {
    if (!present && view !== 'weeks') {
      root.append(h('h1', { tabindex: '-1' }, t(views[view].key)),
        h('p', { class: 'empty' }, t('frame.noWeek'), ' ', h('a', { href: address('weeks') }, t('frame.toWeeks'))));
    } else {
      await views[view].mount(root, { week: present, params: route.params, signal, weeks: known, reenter: () => enter(true) });
    }
  } catch (error) {
    if (signal.aborted) return;
    root.append(faultBox(error) ?? '');
    if (error instanceof TypeError || error instanceof ReferenceError) console.error(error);
  }
  if (signal.aborted) return;
  show(main, root);
  main.dataset.ready = view;
  if (focus) root.querySelector('h1')?.focus();
}

function drawNavigation(view, week) {
  show(at('navigation'), Object.entries(views).map(([name, { key }]) =>
    h('a', { href: address(name, { week }), 'aria-current': name === view ? 'page' : undefined }, t(key))));
  delete at('main').dataset.ready;
}

async function drawWeeks(week, signal) {
  const known = await listWeeks(signal);
  const choice = at('week');
  const options = known.map((record) =>
    h('option', { value: record.week, selected: record.week === week }, record.title || record.week));
  if (!known.some((record) => record.week === week)) {
    options.unshift(h('option', { value: '', selected: true }, t('frame.chooseWeek')));
  }
  choice.replaceChildren(...options);
  at('week-field').hidden = known.length === 0;
  return known;
}

function drawConnection() {
  at('connection').hidden = connection.alive;
  at('connection').textContent = connection.alive ? '' : t('frame.lost');
}

async function start() {
  await speak(language);
  at('language').addEventListener('click', async () => {
    await speak(language === 'zh' ? 'en' : 'zh', true);
    drawConnection();
    enter(false);
  });
  at('week').addEventListener('change', (event) => {
    const { view } = readRoute();
    go(views[view] ? view : 'weeks', { week: event.target.value });
  });
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    (at('main').querySelector('h1') ?? at('main')).focus();
  });
  connection.addEventListener('change', drawConnection);
  addEventListener('hashchange', () => enter(true));
  await enter(false);
}

start().catch((error) => { document.getElementById('main').textContent = String(error); });
