// The form in which a planner says what has changed.
import { button, h, input, select, show } from './dom.js';
import { day } from './figures.js';
import { t } from './texts.js';

const choices = {
  away: { key: 'form.away', label: 'form.member', field: 'member', slots: true, options: (model) => model.memberOptions() },
  close: { key: 'form.close', label: 'session.venue', field: 'venue', slots: true, options: venueOptions },
  closeTownship: { key: 'form.closeTownship', label: 'session.place', field: 'township', slots: true, options: townshipOptions },
  withdraw: { key: 'form.withdraw', label: 'form.request', field: 'request', options: requestOptions },
  limit: {
    key: 'form.limit', label: 'session.fund', field: 'fund', options: (model) => [...model.funds.values()].map(({ id, name }) => [id, name ?? id]),
  },
};

function byCounty(model, items, place, label) {
  const groups = Map.groupBy(items, (item) => model.townships.get(place(item))?.county ?? '');
  return [...groups].map(([group, members]) => ({ group, options: members.map((item) => [item.id, label(item)]) }));
}

function venueOptions(model) {
  return byCounty(model, [...model.venues.values()], ({ township }) => township, ({ id, name }) => name ?? id);
}

function townshipOptions(model) {
  return byCounty(model, [...model.townships.values()], ({ id }) => id, ({ id, name }) => name ?? id);
}

function requestOptions(model) {
  return [...model.requests.values()].map(({ id, title }) => [id, title ?? id]);
}

/** Only options that hold the text, in their groups. */
function narrowed(options, text) {
  const fits = ([, label]) => label.toLowerCase().includes(text.toLowerCase());
  return options.map((entry) => (Array.isArray(entry) ? entry : { ...entry, options: entry.options.filter(fits) }))
    .filter((entry) => (Array.isArray(entry) ? fits(entry) : entry.options.length));
}

/** The form; `add` takes a finished edit. `prefix` keeps the ids of several forms on a page apart. */
export function editForm(model, prefix, add) {
  const form = h('form', { class: 'edit-form' });
  const kindField = select(`${prefix}-kind`, t('form.what'),
    Object.entries(choices).map(([op, { key }]) => [op, t(key)]), 'away', () => draw());
  const rest = h('div', { class: 'edit-fields' });
  const kind = () => choices[kindField.querySelector('select').value];
  form.append(kindField, rest, h('button', { class: 'add' }, t('form.add')));

  function draw() {
    const all = kind().options(model);
    const choice = select(`${prefix}-object`, t(kind().label), all, '');
    const narrow = input(`${prefix}-find`, t('form.find'), {
      type: 'search', autocomplete: 'off',
      oninput: ({ target }) => {
        const fresh = select(`${prefix}-object`, '', narrowed(all, target.value.trim()), '');
        choice.querySelector('select').replaceChildren(...fresh.querySelector('select').childNodes);
      },
    });
    show(rest, narrow, choice, kind().slots ? slotChoice(model, prefix) : null,
      kind() === choices.limit ? input(`${prefix}-limit`, t('form.newLimit'), {
        type: 'number', min: 0, required: true, inputmode: 'numeric', value: fundLimit(choice),
      }) : null);
    if (kind() === choices.limit) {
      choice.addEventListener('change', () => { rest.querySelector(`#${prefix}-limit`).value = fundLimit(choice); });
    }
  }
  const fundLimit = (choice) => model.funds.get(choice.querySelector('select').value)?.limit;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const op = kindField.querySelector('select').value;
    const object = rest.querySelector(`#${prefix}-object`).value;
    if (!object) return;
    const edit = { op, [choices[op].field]: object };
    const slots = [...rest.querySelectorAll('[data-slot]:checked')].map((box) => box.dataset.slot);
    if (slots.length) edit.slots = slots;
    if (op === 'limit') edit.limit = Number(rest.querySelector(`#${prefix}-limit`).value);
    add(edit);
  });
  draw();
  return form;
}

/** Slots to tick; none ticked means the whole week. */
function slotChoice(model, prefix) {
  const count = h('span', {}, t('edit.allWeek'));
  const box = (date, slot) => h('input', {
    type: 'checkbox', 'data-slot': `${date}.${slot.id}`, 'aria-label': `${day(date)} ${slot.start}–${slot.end}`,
  });
  const whole = (row) => button(t('form.wholeDay'), () => {
    const boxes = [...row.querySelectorAll('[data-slot]')];
    const all = boxes.every((entry) => entry.checked);
    boxes.forEach((entry) => { entry.checked = !all; });
    told();
  }, { class: 'small' });
  const rows = model.dates.map((date) => {
    const row = h('tr', {}, h('th', { scope: 'row' }, day(date)),
      model.slots.map((slot) => h('td', {}, h('label', { class: 'slot-box' }, box(date, slot)))));
    row.append(h('td', {}, whole(row)));
    return row;
  });
  const told = () => {
    const ticked = details.querySelectorAll('[data-slot]:checked').length;
    count.textContent = ticked ? t('edit.slots', ticked) : t('edit.allWeek');
  };
  const details = h('details', { class: 'slot-choice', id: `${prefix}-slots`, onchange: () => told() },
    h('summary', {}, t('form.when'), ' ', count),
    h('p', { class: 'note' }, t('form.whenNote')),
    h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('form.date')),
      model.slots.map((slot) => h('th', { scope: 'col' }, `${slot.start}–${slot.end}`)), h('td', {}))), h('tbody', {}, rows))));
  return details;
}
