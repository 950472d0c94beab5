// What if: scenarios made of edits, solved side by side with the week as it is. Nothing of it is stored.
import { command } from './protocol.js';
import { announce } from './announce.js';
import { button, h, input, select, show } from './dom.js';
import { editBoard } from './edit-board.js';
import { readEdits } from './edit-list.js';
import { guarded } from './faults.js';
import { number } from './figures.js';
import { isOpen, listJobs, stop } from './jobs.js';
import { fetchWeek, listPlans } from './library.js';
import { readScenarios, writeScenarios } from './scenario-list.js';
import { scenarioTable } from './scenario-table.js';
import { t } from './texts.js';

export async function scenariosView(root, { week, signal }) {
  const [model, versions] = await Promise.all([fetchWeek(week, signal), listPlans(week, signal)]);
  let scenarios = readScenarios(week);
  const cards = h('div', { class: 'scenario-cards' });
  const result = h('section', { class: 'scenario-result', 'aria-live': 'polite' });
  const save = (next) => {
    scenarios = next;
    writeScenarios(week, scenarios);
  };
  const draw = () => show(cards, scenarios.map((scenario, at) => scenarioCard(model, scenario, at, {
    change: (changed) => save(scenarios.map((other, place) => (place === at ? { ...other, ...changed } : other))),
    remove: () => {
      save(scenarios.filter((_, place) => place !== at));
      draw();
      document.getElementById('scenario-add').focus();
    },
  })));
  const add = (edits) => {
    save([...scenarios, { name: t('scenario.name', scenarios.length + 1), edits }]);
    draw();
    document.getElementById(`scenario-${scenarios.length - 1}-name`).focus();
  };
  root.append(h('h1', { tabindex: '-1' }, t('nav.scenarios')), h('p', { class: 'lead' }, t('scenario.lead')),
    cards,
    h('div', { class: 'actions' },
      button(t('scenario.add'), () => add([]), { id: 'scenario-add' }),
      readEdits(week).length ? button(t('scenario.fromEdits', number(readEdits(week).length)), () => add(readEdits(week))) : null),
    runForm(model, versions, () => scenarios, result, signal), result);
  draw();
}

function scenarioCard(model, scenario, at, { change, remove }) {
  return h('article', { class: 'panel scenario', 'aria-label': scenario.name },
    h('div', { class: 'scenario-head' },
      input(`scenario-${at}-name`, t('scenario.nameLabel'), {
        value: scenario.name, required: true, maxlength: 80, onchange: ({ target }) => change({ name: target.value.trim() }),
      }),
      button(t('scenario.remove'), remove, { 'aria-label': t('scenario.removeName', scenario.name) })),
    editBoard(model, `scenario-${at}`, scenario.edits, (edits) => change({ edits })));
}

function runForm(model, versions, scenarios, result, signal) {
  const form = h('form', { class: 'form-row', 'aria-label': t('scenario.run') },
    select('whatif-baseline', t('scenario.baseline'), [['', t('scenario.noBaseline')], ...versions.map(({ version, published }) =>
      [version, t(published ? 'version.namePublished' : 'version.name', version)])], ''),
    input('whatif-limit', t('scenario.limit'), { type: 'number', min: 1, max: 86400, value: 60, required: true, inputmode: 'numeric' }),
    h('button', { class: 'primary' }, t('scenario.run')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = scenarios();
    if (!given.length) {
      show(result, h('p', { class: 'empty' }, t('scenario.none')));
      return;
    }
    const submit = form.querySelector('button');
    submit.disabled = true;
    await guarded(result, () => run(model, given, {
      baseline: form.querySelector('#whatif-baseline').value, limit: `${form.querySelector('#whatif-limit').value}s`,
    }, result, signal));
    submit.disabled = false;
  });
  return form;
}

/** Records come as scenarios are done; each fills its column. */
async function run(model, scenarios, options, result, signal) {
  const found = new Map();
  const before = new Set((await listJobs(model.id, signal)).map(({ job }) => job));
  const waiting = h('p', { class: 'waiting' }, t('scenario.running'), ' ',
    button(t('scenario.stop'), () => guarded(result, () => stopStudy(model.id, before, signal))));
  const columns = h('div', {});
  show(result, h('h2', {}, t('scenario.result')), waiting, columns);
  const draw = () => show(columns, scenarioTable(model, scenarios, found));
  draw();
  const onRecord = (record) => {
    found.set(record.number, record);
    waiting.firstChild.textContent = t('scenario.progress', number(found.size), number(scenarios.length + 1));
    draw();
  };
  try {
    await command('WHATIF', [model.id], options, { body: JSON.stringify({ scenarios }), onRecord, signal });
    announce(t('scenario.done'));
  } finally {
    waiting.remove();
  }
}

/** Ends the study that this page began: what is done by then is answered. */
async function stopStudy(week, before, signal) {
  const own = (await listJobs(week, signal)).find((record) =>
    record.kind === 'whatif' && isOpen(record) && !before.has(record.job));
  if (own) await stop(own.job);
}
