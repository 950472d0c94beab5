// Sessions by date, county and slot.
import { button, h, show } from './dom.js';
import { day, number } from './figures.js';
import { t, word } from './texts.js';

const atOnce = 240;

export class Timetable {
  #sessions = [];
  #date;
  #limit = atOnce;

  /** `open` hears the request of a session that was picked, `remember` the date. */
  constructor(model, date, open, remember) {
    Object.assign(this, { model, open, remember });
    this.#date = model.dates.includes(date) ? date : '';
    this.days = h('div', { class: 'days', role: 'group', 'aria-label': t('timetable.days') });
    this.grid = h('div', { class: 'timetable' });
    this.element = h('section', { class: 'timetable-part', 'aria-labelledby': 'timetable-title' },
      h('h2', { id: 'timetable-title' }, t('timetable.title')), this.days, this.grid);
  }

  /** Those of the sessions that are on the date shown. */
  onDate(sessions) {
    return this.#date ? sessions.filter(({ start }) => this.model.split(start).date === this.#date) : sessions;
  }

  draw(sessions) {
    this.#sessions = sessions;
    const byDate = Map.groupBy(sessions, ({ start }) => this.model.split(start).date);
    const choice = (date, label, count) => button([h('span', {}, label), ' ', h('span', { class: 'day-count' }, number(count))],
      () => this.#pick(date), { id: `day-${date || 'all'}`, 'aria-pressed': String(date === this.#date) });
    show(this.days, choice('', t('timetable.week'), sessions.length),
      this.model.dates.map((date) => choice(date, day(date), byDate.get(date)?.length ?? 0)));
    this.#drawDates(byDate);
  }

  #pick(date) {
    this.#date = date;
    this.#limit = atOnce;
    this.draw(this.#sessions);
    this.remember(date);
  }

  /** As many dates as fit into what is shown at once; the rest comes on demand. */
  #drawDates(byDate) {
    const dates = this.#date ? [this.#date] : this.model.dates.filter((date) => byDate.has(date));
    const parts = [];
    let shown = 0;
    for (const date of dates) {
      const sessions = byDate.get(date) ?? [];
      const room = this.#limit - shown;
      if (room <= 0) break;
      parts.push(this.#section(date, sessions.slice(0, room), sessions.length));
      shown += Math.min(sessions.length, room);
    }
    const total = dates.reduce((sum, date) => sum + (byDate.get(date)?.length ?? 0), 0);
    if (!total) parts.push(h('p', { class: 'empty' }, t('timetable.none')));
    if (shown < total) {
      parts.push(button(t('timetable.more', number(total - shown)), () => {
        this.#limit += atOnce;
        this.draw(this.#sessions);
      }, { id: 'timetable-more' }));
    }
    show(this.grid, parts);
  }

  #section(date, sessions, total) {
    const { model } = this;
    const { slots } = model;
    const counties = model.counties.filter((county) => sessions.some((session) => this.#county(session) === county));
    const cell = (county, slot) => sessions.filter((session) =>
      this.#county(session) === county && model.split(session.start).slot === slot.id);
    const id = `date-${date}`;
    return h('section', { class: 'date', 'aria-label': day(date) },
      h('h3', { id }, day(date), ' ', h('span', { class: 'soft' }, t('timetable.count', number(total)))),
      sessions.length ? h('table', { role: 'table', 'aria-labelledby': id },
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
          h('th', { role: 'columnheader', class: 'county-name' }, t('filter.county')),
          slots.map((slot) => h('th', { role: 'columnheader' }, `${slot.start}–${slot.end}`)))),
        h('tbody', { role: 'rowgroup' }, counties.map((county) => h('tr', { role: 'row' },
          h('th', { role: 'rowheader', class: 'county-name' }, county),
          slots.map((slot) => this.#cell(slot, cell(county, slot))))))) : null);
  }

  #cell(slot, sessions) {
    return h('td', { role: 'cell', class: sessions.length ? '' : 'vacant', 'data-slot': `${slot.start}–${slot.end}` },
      sessions.map((session) => this.#chip(session)));
  }

  #chip(session) {
    const { model } = this;
    const request = model.requests.get(session.request);
    const hours = model.hours(session.start, request?.duration);
    return button([
      h('span', { class: 'chip-title' }, request?.title ?? session.request),
      h('span', { class: 'chip-place' }, model.townshipName(session.township), ' · ', model.venueName(session.venue)),
      h('span', { class: 'chip-tags' }, request ? [h('span', { class: 'tag' }, word(request.audience)), ' ',
        h('span', { class: 'tag' }, word(request.format)), ' '] : null,
      request?.duration > 1 ? h('span', { class: 'tag' }, hours) : null),
    ], () => this.open(session.request), { class: 'chip', 'data-request': session.request });
  }

  #county(session) {
    return this.model.townships.get(session.township)?.county ?? session.township;
  }
}
