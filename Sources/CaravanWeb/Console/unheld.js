// What is not held, and why: the daemon's own words.
import { button, h, show } from './dom.js';
import { number, points } from './figures.js';
import { spoken, t, word } from './texts.js';

const atOnce = 60;

export class UnheldList {
  #limit = atOnce;

  /** `open` hears the request that was picked. */
  constructor(model, all, open) {
    Object.assign(this, { model, open });
    this.list = h('div', {});
    this.element = h('section', { class: 'unheld-part', 'aria-labelledby': 'unheld-title' },
      h('h2', { id: 'unheld-title', tabindex: '-1' }, t('unheld.title', number(all.length))),
      h('p', { class: 'note' }, t('unheld.note')), this.list);
  }

  draw(records) {
    const sorted = [...records].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const items = sorted.slice(0, this.#limit).map((record) => this.#item(record));
    show(this.list,
      items.length ? h('ul', { class: 'unheld' }, items) : h('p', { class: 'empty' }, t('unheld.none')),
      sorted.length > this.#limit ? button(t('timetable.more', number(sorted.length - this.#limit)), () => {
        this.#limit += atOnce;
        this.draw(records);
      }, { id: 'unheld-more' }) : null);
  }

  /** Brings the list into view, and the focus with it. */
  show() {
    this.element.scrollIntoView();
    this.element.querySelector('h2').focus({ preventScroll: true });
  }

  #item(record) {
    const request = this.model.requests.get(record.request);
    return h('li', {}, button([
      h('span', { class: 'unheld-title' }, record.title || record.request),
      h('span', { class: 'unheld-value' }, t('figure.points', points(record.value))),
      h('span', { class: 'unheld-reason' }, spoken(record, 'reason')),
      request ? h('span', { class: 'chip-tags' }, h('span', { class: 'tag' }, word(request.audience)), ' ',
        h('span', { class: 'tag' }, word(request.format))) : null,
    ], () => this.open(record.request), { class: 'unheld-item', 'data-request': record.request }));
  }
}
