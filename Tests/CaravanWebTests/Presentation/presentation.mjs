// Writes figures, dates, classes and maps of standard input as the console shows them, for the test that compares them with
// the daemon's.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { folder, catalogue, language, numbers, dates, classes, maps } = JSON.parse(readFileSync(0, 'utf8'));
const element = { style: {}, dataset: {}, textContent: '' };
globalThis.localStorage = { getItem: () => language, setItem() {} };
globalThis.navigator ??= { language };
globalThis.document = { documentElement: element, getElementById: () => element, querySelectorAll: () => [] };
globalThis.fetch = async () => ({ json: async () => catalogue });
Map.groupBy ??= (items, key) => [...items].reduce((groups, item) => {
  groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}, new Map());

// Node takes a file `.js` for a module only where a package says so.
const copy = mkdtempSync(join(tmpdir(), 'console-'));
cpSync(folder, copy, { recursive: true });
writeFileSync(join(copy, 'package.json'), '{"type": "module"}');
const load = (name) => import(join(copy, name));
const { speak } = await load('texts.js');
const { day, number, percent, signed } = await load('figures.js');
const { coverageScale, limitsOf } = await load('coverage-scale.js');
const { frameOf, layOut, residents } = await load('map-layout.js');
const { placeLabels } = await load('map-labels.js');
rmSync(copy, { recursive: true });
await speak(language);

function map({ townships, width }) {
  const frame = frameOf(width);
  const { circles, height } = layOut(townships, frame);
  const labels = placeLabels(townships.map((township, at) => ({
    ...circles[at], name: township.name || township.id, county: township.county, weight: residents(township),
  })), frame, height);
  return { height, circles, labels: labels.map(({ name, box }) => ({ name, ...box })) };
}

console.log(JSON.stringify({
  numbers: numbers.map(({ value, decimals }) => [number(value, decimals), signed(value, decimals), percent(value)]),
  dates: dates.map(day),
  classes: classes.map((values) => ({
    limits: limitsOf(values), steps: values.map(coverageScale(values).step), legend: coverageScale(values).legend().slice(1).map(({ label }) => label),
  })),
  maps: maps.map(map),
}));
