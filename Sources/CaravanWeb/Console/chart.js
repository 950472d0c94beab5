// Objective and bound of a job over time. The space between them is what is not yet known.
import { svg } from './dom.js';
import { number, points, seconds } from './figures.js';
import { family, t } from './texts.js';

const phase = family('phase');
const margin = { top: 14, right: 16, bottom: 30, left: 64 };
const marks = { construction: 'M-4,3.5L0,-4L4,3.5Z', 'integer program': 'M0,-5L5,0L0,5L-5,0Z', search: 'M-3,-3H3V3H-3Z' };

/** Numbers at round steps between two values. */
export function ticks(low, high, count) {
  const rough = (high - low) / Math.max(1, count) || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, at) => (first + at) * step);
}

/** The values that matter by now: first plans and first bounds lie far out, and are cut off. */
function range(series) {
  const last = series.at(-1);
  const late = series.slice(Math.floor(series.length * 0.25));
  const objectives = late.map((point) => point.objective).filter((value) => value !== undefined);
  const bounds = late.map((point) => point.bound).filter((value) => value !== undefined);
  const top = last.objective ?? last.bound ?? 1;
  const bottom = last.bound ?? top * 0.9;
  const reach = Math.max((top - bottom) * 4, Math.abs(top) * 0.02, 1);
  const high = Math.min(Math.max(top, ...objectives), top + reach);
  const low = Math.max(Math.min(bottom, ...bounds), bottom - reach);
  const room = (high - low || 1) * 0.08;
  return [low - room, high + room];
}

function steps(series, field, x, y, end) {
  const known = series.filter((point) => point[field] !== undefined);
  if (!known.length) return '';
  return known.reduce((path, point, at) => {
    const place = `${x(point.seconds).toFixed(1)}`;
    return at ? `${path}H${place}V${y(point[field]).toFixed(1)}` : `M${place},${y(point[field]).toFixed(1)}`;
  }, '') + `H${x(end).toFixed(1)}`;
}

/** The chart in so many pixels. `now` is how long the job has run, `limit` how long it may. */
export function convergenceChart(series, { width, height, now, limit }) {
  const known = series.filter((point) => point.objective !== undefined || point.bound !== undefined);
  const chart = svg('svg', {
    class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': summary(known),
  });
  if (!known.length) return chart;
  const end = Math.max(now, known.at(-1).seconds, 0.5);
  const span = limit && limit >= end ? Math.min(limit, end * 1.6 + 1) : end;
  const [low, high] = range(known);
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const x = (value) => margin.left + (value / span) * (right - margin.left);
  const y = (value) => bottom - ((value - low) / (high - low)) * (bottom - margin.top);
  chart.append(
    svg('clipPath', { id: 'plot' }, svg('rect', {
      x: margin.left, y: margin.top - 6, width: right - margin.left + 6, height: bottom - margin.top + 6,
    })),
    ...ticks(low, high, 4).map((value) => svg('g', {},
      svg('line', { class: 'grid', x1: margin.left, x2: right, y1: y(value), y2: y(value) }),
      svg('text', { class: 'tick', x: margin.left - 8, y: y(value) + 4, 'text-anchor': 'end' },
        number(value, high - low < 5 ? 1 : 0)))),
    ...ticks(0, span, Math.max(2, Math.round(width / 110))).map((value) =>
      svg('text', { class: 'tick', x: x(value), y: bottom + 18, 'text-anchor': 'middle' }, seconds(value))),
    svg('line', { class: 'axis', x1: margin.left, x2: right, y1: bottom, y2: bottom }),
    svg('g', { 'clip-path': 'url(#plot)' },
      svg('path', { class: 'between', d: between(known, x, y, end) }),
      svg('path', { class: 'line bound', d: steps(known, 'bound', x, y, end) }),
      svg('path', { class: 'line objective', d: steps(known, 'objective', x, y, end) }),
      improvements(known).map((point) => svg('path', {
        class: 'mark', d: marks[point.phase] ?? marks.search, transform: `translate(${x(point.seconds)},${y(point.objective)})`,
      }, svg('title', {}, t('chart.point', seconds(point.seconds), points(point.objective), phase(point.phase)))))));
  return chart;
}

/** The area between both lines, from the first moment that both are there. */
function between(series, x, y, end) {
  const both = series.filter((point) => point.objective !== undefined && point.bound !== undefined);
  if (!both.length) return '';
  const upper = steps(both, 'objective', x, y, end);
  const corners = [];
  both.forEach((point, at) => {
    if (at) corners.push([x(point.seconds), y(both[at - 1].bound)]);
    corners.push([x(point.seconds), y(point.bound)]);
  });
  corners.push([x(end), y(both.at(-1).bound)]);
  return `${upper}${corners.reverse().map(([a, b]) => `L${a.toFixed(1)},${b.toFixed(1)}`).join('')}Z`;
}

/** The points where the plan became better. */
export function improvements(series) {
  return series.filter((point, at) => point.objective !== undefined
    && (at === 0 || series[at - 1].objective === undefined || point.objective < series[at - 1].objective - 1e-9));
}

function summary(series) {
  const last = series.at(-1);
  return last ? t('chart.summary', points(last.objective), points(last.bound)) : t('chart.empty');
}
