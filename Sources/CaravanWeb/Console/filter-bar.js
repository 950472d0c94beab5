// The filters as controls.
import { button, h, input, select, show } from './dom.js';
import { filterKeys, isFiltered } from './filters.js';
import { t, word } from './texts.js';

const typing = 200;

/** The bar; `changed` gets what changed. It draws itself anew where something else changed the filters. */
export function filterBar(model, filters, changed) {
  const bar = h('form', { class: 'filters panel', role: 'search', 'aria-label': t('filter.title') });
  bar.addEventListener('submit', (event) => event.preventDefault());
  let timer;
  const any = (key) => ['', t(key)];
  const draw = (state) => {
    const search = input('filter-q', t('filter.text'), {
      type: 'search', value: state.q, autocomplete: 'off', placeholder: t('filter.hint'),
      oninput: (event) => {
        clearTimeout(timer);
        timer = setTimeout(() => changed({ q: event.target.value.trim() }), typing);
      },
    });
    show(bar,
      search,
      select('filter-county', t('filter.county'), [any('filter.all'), ...model.counties.map((name) => [name, name])],
        state.county, (county) => changed({ county, township: '' })),
      select('filter-audience', t('filter.audience'),
        [any('filter.all'), ...model.document.audiences.map((id) => [id, word(id)])], state.audience,
        (audience) => changed({ audience })),
      select('filter-format', t('filter.format'), [any('filter.all'), ...model.formats.map((id) => [id, word(id)])],
        state.format, (format) => changed({ format })),
      select('filter-member', t('filter.member'), [any('filter.all'), ...model.memberOptions()], state.member,
        (member) => changed({ member })),
      h('p', { class: 'chosen-township', hidden: !state.township },
        h('span', {}, t('filter.township', model.townshipName(state.township))),
        button('×', () => changed({ township: '' }), {
          id: 'filter-township', class: 'close', 'aria-label': t('filter.clearTownship') })),
      button(t('filter.clear'), () => changed(Object.fromEntries(filterKeys.map((key) => [key, '']))), {
        id: 'filter-clear', hidden: !isFiltered(state),
      }));
  };
  draw(filters);
  /** The state after a change; the field that is being typed in is left alone. */
  const update = (state) => {
    const typingIn = document.activeElement?.id === 'filter-q';
    if (!typingIn) {
      draw(state);
      return;
    }
    bar.querySelector('#filter-clear').hidden = !isFiltered(state);
  };
  return { bar, update };
}
