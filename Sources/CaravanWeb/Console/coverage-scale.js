// Coverage in five steps. Each is darker than the one before, so the scale is read without colours as well.
import { number } from './figures.js';
import { t } from './texts.js';

const steps = 5;

/** A round figure near a value, two digits long. */
function rounded(value) {
  if (value <= 0) return 0;
  const power = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / power) * power;
}

/** Steps of equal membership over values above 0; `step` gives 0 for none and 1…5 else. */
export function coverageScale(values) {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const edges = [];
  for (let at = 1; at < steps && sorted.length; at += 1) {
    const edge = rounded(sorted[Math.floor((sorted.length * at) / steps)]);
    if (edge > (edges.at(-1) ?? 0)) edges.push(edge);
  }
  // With few different values there are fewer steps: the darkest are kept.
  const skipped = steps - 1 - edges.length;
  return {
    edges,
    step: (value) => (value > 0 ? 1 + skipped + edges.filter((edge) => value >= edge).length : 0),
    legend: () => legend(edges, skipped),
  };
}

function legend(edges, skipped) {
  const entries = [{ step: 0, label: t('map.none') }];
  edges.forEach((edge, at) => entries.push({
    step: at + 1 + skipped,
    label: at === 0 ? t('map.below', number(edge, 1)) : t('map.from', number(edges[at - 1], 1), number(edge, 1)),
  }));
  if (edges.length) entries.push({ step: edges.length + 1 + skipped, label: t('map.above', number(edges.at(-1), 1)) });
  return entries;
}
