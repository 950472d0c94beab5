// What must not break: what the loss of each expert, mentor, kit or venue would cost, worst first.
import { command } from './protocol.js';
import { announce } from './announce.js';
import { h, input, select, show, table } from './dom.js';
import { guarded } from './faults.js';
import { number, points, signed } from './figures.js';
import { pools } from './week-model.js';
import { family, spoken, t, word } from './texts.js';

const sign = family('sign');

/** The section; the daemon works only once it is asked to. */
export function criticalSection(model, signal) {
  const result = h('div', { class: 'outcome', 'aria-live': 'polite' });
  const form = h('form', { class: 'form-row', 'aria-label': t('critical.title') },
    select('critical-pool', t('critical.pool'), [...pools, 'venues'].map((pool) => [pool, word(pool)]), 'experts'),
    input('critical-limit', t('scenario.limit'), { type: 'number', min: 1, max: 86400, value: 30, required: true, inputmode: 'numeric' }),
    h('button', {}, t('critical.run')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const submit = form.querySelector('button');
    submit.disabled = true;
    show(result, h('p', { class: 'waiting' }, t('critical.running')));
    await guarded(result, async () => {
      const value = (id) => form.querySelector(`#${id}`).value;
      const options = { pool: value('critical-pool'), limit: `${value('critical-limit')}s` };
      const { records } = await command('CRITICAL', [model.id], options, { signal });
      show(result, ranking(records));
      announce(t('critical.done', number(records.length)));
    });
    result.querySelector('.waiting')?.remove();
    submit.disabled = false;
  });
  return h('section', { 'aria-labelledby': 'critical-title' }, h('h2', { id: 'critical-title' }, t('critical.title')),
    h('p', { class: 'note' }, t('critical.note')), form, result);
}

function ranking(records) {
  const rows = records.map((record) => [
    record.name ?? record.resource, record.error ? spoken(record.error, 'message') : points(record.delta),
    record.error ? '–' : t('scenario.between', signed(record.deltaLow), signed(record.deltaHigh)),
    record.error ? '–' : sign(record.sign), number(record.lost?.length),
  ]);
  return table(t('critical.title'), ['critical.resource', 'critical.cost', 'scenario.bracket', 'scenario.sign', 'critical.lost']
    .map((key) => t(key)), rows, ['wide', 'figure', '', '', 'figure']);
}
