// Townships as circles: size by residents, shade by coverage, the number of sessions shown inside.
import { h, show, svg } from './dom.js';
import { number } from './figures.js';
import { coverageScale } from './coverage-scale.js';
import { frameOf, hull, layOut, residents } from './map-layout.js';
import { placeLabels } from './map-labels.js';
import { t, word } from './texts.js';

const smallestForNumber = 8;
const touch = 13;
const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A soft shape under the townships of each county. */
function countyShapes(groups) {
  return svg('g', { class: 'counties', 'aria-hidden': 'true' }, [...groups.values()].map((nodes, at) =>
    svg('polygon', { class: `county tint-${at % 3}`, points: hull(nodes).map(({ x, y }) => `${x},${y}`).join(' ') })));
}

/** A name in its place, beside or around its circle. */
function placeName({ name, box, kind, letters, anchor }) {
  const x = box.x + { start: 0, middle: box.width / 2, end: box.width }[anchor];
  return svg('text', { class: kind, x, y: box.y + letters * 0.92, 'text-anchor': anchor }, name);
}

export class TownshipMap {
  #sessions = [];
  #filters = {};
  #current = '';

  /** `chosen` hears the township that was picked. */
  constructor(model, plan, chosen) {
    Object.assign(this, { model, plan, chosen });
    this.picture = h('div', { class: 'map-picture' });
    this.told = h('p', { class: 'map-told' });
    this.legend = h('div', { class: 'map-legend' });
    this.element = h('section', { class: 'map-part', 'aria-labelledby': 'map-title' },
      h('h2', { id: 'map-title' }, t('map.title')),
      h('p', { class: 'note', id: 'map-note' }, t('map.note')), this.picture, this.told, this.legend);
    this.resize = new ResizeObserver(() => this.#drawIfResized());
    this.resize.observe(this.picture);
  }

  draw(sessions, filters) {
    this.#sessions = sessions;
    this.#filters = filters;
    this.#paint();
  }

  leave() {
    this.resize.disconnect();
  }

  #drawIfResized() {
    if (Math.abs(this.picture.clientWidth - (this.width ?? 0)) > 4) this.#paint();
  }

  /** What the daemon reports of a township, of one audience where that is filtered. */
  #coverage(id) {
    const record = this.plan.coverage.get(id);
    const audience = this.#filters.audience;
    return (audience ? record?.audiences?.find((entry) => entry.audience === audience) : record) ?? {};
  }

  /** Circles and names have their places as long as width and county stay the same. */
  #placed() {
    const { county } = this.#filters;
    const width = this.picture.clientWidth || 560;
    if (this.placed?.width === width && this.placed.county === county) return this.placed;
    const townships = this.model.document.townships.filter((township) => !county || township.county === county);
    const frame = frameOf(width);
    const { circles, height } = layOut(townships, frame);
    const spots = townships.map((township, at) => ({ ...circles[at], township }));
    const groups = Map.groupBy(spots, ({ township }) => township.county);
    const names = placeLabels(spots.map(({ x, y, r, township }) => ({
      x, y, r, name: township.name || township.id, county: township.county, weight: residents(township),
    })), frame, height);
    this.placed = { width, county, height, spots, groups, names };
    return this.placed;
  }

  #paint() {
    const { width, height, spots, groups, names } = this.#placed();
    this.width = width;
    const scale = coverageScale(this.model.document.townships.map(({ id }) => this.#coverage(id).perThousand));
    const counts = new Map();
    for (const { township } of this.#sessions) counts.set(township, (counts.get(township) ?? 0) + 1);
    this.nodes = spots.map((spot) => ({
      ...spot, count: counts.get(spot.township.id) ?? 0, step: scale.step(this.#coverage(spot.township.id).perThousand),
    }));
    if (!this.nodes.some(({ township }) => township.id === this.#current)) this.#current = spots[0]?.township.id;
    const drawing = svg('svg', {
      class: 'map', width, height, viewBox: `0 0 ${width} ${height}`, role: 'group',
      'aria-label': t('map.label', number(spots.length)), 'aria-describedby': 'map-note',
      onkeydown: (event) => this.#move(event),
    },
    countyShapes(groups),
    svg('g', {}, this.nodes.map((node) => this.#circle(node))),
    svg('g', { class: 'map-names', 'aria-hidden': 'true' }, names.map(placeName)));
    show(this.picture, drawing);
    this.#tell(this.nodes.find(({ township }) => township.id === this.#filters.township));
    show(this.legend, this.#legend(scale));
  }

  #circle(node) {
    const { x, y, r, township, step, count } = node;
    const chosen = this.#filters.township === township.id;
    const isLeft = !count && step > 0;
    return svg('g', {
      class: `township step-${step}${chosen ? ' chosen' : ''}${isLeft ? ' faint' : ''}`, role: 'button',
      id: `township-${township.id}`, tabindex: township.id === this.#current ? '0' : '-1', 'aria-pressed': String(chosen),
      'aria-label': this.#description(node), transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
      onclick: () => this.#pick(township.id),
      onfocus: () => { this.#current = township.id; this.#tell(node); },
      onmouseenter: () => this.#tell(node),
    },
    svg('circle', { class: 'reach', r: Math.max(r, touch) }),
    svg('circle', { class: 'disc', r }),
    r >= smallestForNumber && count ? svg('text', { class: 'count', y: 4, 'text-anchor': 'middle' }, count) : null);
  }

  #description({ township, count }) {
    const record = this.#coverage(township.id);
    return t('map.told', this.model.placeName(township.id), number(count), number(record.perThousand, 1),
      number(record.population ?? residents(township)));
  }

  #tell(node) {
    if (!node) {
      show(this.told, t('map.hint'));
      return;
    }
    const audiences = (this.plan.coverage.get(node.township.id)?.audiences ?? [])
      .map((entry) => t('map.audience', word(entry.audience), number(entry.sessions), number(entry.perThousand, 1)));
    show(this.told, h('strong', {}, this.#description(node)), audiences.length ? [h('br'), audiences.join(' · ')] : null);
  }

  #pick(id) {
    this.#current = id;
    this.chosen(id);
    document.getElementById(`township-${id}`)?.focus({ preventScroll: true });
  }

  /** Arrow keys go to the nearest circle in that direction, Enter and space pick it. */
  #move(event) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#pick(this.#current);
      return;
    }
    const direction = arrows[event.key];
    const from = this.nodes.find(({ township }) => township.id === this.#current);
    if (!direction || !from) return;
    event.preventDefault();
    const [dx, dy] = direction;
    let best;
    for (const node of this.nodes) {
      const along = (node.x - from.x) * dx + (node.y - from.y) * dy;
      const across = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
      const effort = along + 2.5 * across;
      if (along > 0.5 && (!best || effort < best.effort)) best = { node, effort };
    }
    if (!best) return;
    document.getElementById(`township-${this.#current}`)?.setAttribute('tabindex', '-1');
    const next = document.getElementById(`township-${best.node.township.id}`);
    next.setAttribute('tabindex', '0');
    next.focus({ preventScroll: true });
  }

  #legend(scale) {
    const { audience } = this.#filters;
    return [h('p', {}, audience ? t('map.legendOf', word(audience)) : t('map.legend')),
      h('ul', {}, scale.legend().map(({ step, label }) => h('li', {},
        svg('svg', { class: `township step-${step}`, width: 18, height: 18, viewBox: '-9 -9 18 18', 'aria-hidden': 'true' },
          svg('circle', { class: 'disc', r: 7 })), label)))];
  }
}
