// Coverage in classes, each darker than the one before, so that it reads without colours as well: the rule of
// `CoverageClasses` in the daemon's reports.
import { number } from './figures.js';
import { t } from './texts.js';

const most = 5;

/** Two significant digits, whole from 1 on. */
function rounded(value) {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  const unit = value < 1 ? step : Math.max(1, step);
  return Math.round(value / unit) * unit;
}

/** What divides neighbouring classes of values; a value that equals a limit belongs below it. */
export function limitsOf(values) {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const different = [...new Set(sorted)];
  if (different.length <= most && different.every(Number.isInteger)) return different.slice(0, -1);
  const limits = [];
  for (let at = 1; at < most; at += 1) {
    const limit = rounded(sorted[Math.floor((sorted.length * at) / most)]);
    if (limit < sorted.at(-1) && limit > (limits.at(-1) ?? 0)) limits.push(limit);
  }
  return limits;
}

/** Classes of values; `step` gives 0 for none, and 1 to 5 from light to dark. */
export function coverageScale(values) {
  const limits = limitsOf(values);
  const texts = limits.map((limit) => number(limit, limit < 1 ? 2 : 0));
  const shade = (at) => (limits.length ? 1 + Math.floor((at * (most - 1)) / limits.length) : 3);
  const range = (at) => {
    if (!texts.length) return '> 0';
    if (at === 0) return `≤ ${texts[0]}`;
    return at === texts.length ? `> ${texts[at - 1]}` : `${texts[at - 1]}–${texts[at]}`;
  };
  return {
    step: (value) => (value > 0 ? shade(limits.filter((limit) => value > limit).length) : 0),
    legend: () => [{ step: 0, label: t('map.none') },
      ...Array.from({ length: limits.length + 1 }, (_, at) => ({ step: shade(at), label: range(at) }))],
  };
}
