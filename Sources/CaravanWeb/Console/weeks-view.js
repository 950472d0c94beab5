// Weeks and their plan versions.
import { openDialog } from './dialog.js';
import { announce } from './announce.js';
import { h, show, table } from './dom.js';
import { guarded } from './faults.js';
import { day, moment, number } from './figures.js';
import { address, go } from './route.js';
import { language, spoken, t } from './texts.js';
import { upload } from './upload.js';
import { versionsSection } from './versions.js';

/** The list of weeks, the way to load one, and the versions of the chosen one. */
export async function weeksView(root, context) {
  const { weeks, week, signal } = context;
  root.append(h('h1', { tabindex: '-1' }, t('nav.weeks')));
  root.append(weeks.length ? weekTable(weeks, week) : h('p', { class: 'lead' }, t('weeks.none')));
  if (week) root.append(await versionsSection(week, context.params, signal, context.reenter));
  root.append(loadSection(context));
}

function weekTable(weeks, chosen) {
  const rows = weeks.map((record) => [
    h('a', { href: address('weeks', { week: record.week }), 'aria-current': record.week === chosen ? 'true' : undefined },
      record.title || record.week),
    t('weeks.span', day(record.start), number(record.days)),
    number(record.requests), number(record.plans),
    record.published ? h('a', { href: address('plan', { week: record.week, version: record.published }) },
      t('version.name', record.published)) : t('version.nonePublished'),
    moment(record.updated),
  ]);
  return table(t('nav.weeks'), ['frame.week', 'weeks.dates', 'weeks.requests', 'weeks.plans', 'weeks.published',
    'weeks.updated'].map((key) => t(key)), rows, ['wide', '', 'figure', 'figure', '', '']);
}

/** What of a workbook was not read, or can hardly be meant: the week is stored, but a planner should look at it. */
async function tellIgnored(records) {
  const items = records.map((record) => h('li', {},
    h('strong', {}, spoken(record, 'path')), ' ', spoken(record, 'message')));
  const actions = [{ label: t('dialog.close'), value: '', kind: 'primary' }];
  await openDialog({ title: t('weeks.ignored'), content: h('ul', {}, items), actions }).closed;
}

/** A file chosen or dropped is loaded; the same section tells what is wrong with it. */
function loadSection(context) {
  const outcome = h('div', { class: 'outcome' });
  const file = h('input', {
    id: 'week-file', type: 'file', accept: '.xlsx,.json,application/json', class: 'visually-hidden',
    onchange: () => { if (file.files[0]) load(file.files[0], outcome, context); },
  });
  const zone = h('section', { class: 'drop-zone', 'aria-labelledby': 'load-title' },
    h('h2', { id: 'load-title' }, t('weeks.load')),
    h('p', { class: 'file-choice' }, file, h('label', { for: 'week-file', class: 'button' }, t('weeks.file')),
      h('a', { class: 'button', href: `template.${language}.xlsx`, download: t('weeks.templateName') },
        t('weeks.template'))),
    h('p', { class: 'note' }, t('weeks.loadNote')), outcome);
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const dropped = event.dataTransfer.files[0];
    if (dropped) load(dropped, outcome, context);
  });
  return zone;
}

async function load(file, outcome, { signal, reenter }) {
  show(outcome, h('p', { role: 'status' }, t('weeks.loading', file.name)));
  await guarded(outcome, async () => {
    const loaded = await upload(file, signal);
    if (!loaded) return;
    const { week, requests, revision } = loaded.fields;
    announce(t('weeks.loaded', week, number(requests), revision));
    const ignored = loaded.records.filter((record) => record.missing === undefined);
    if (ignored.length) await tellIgnored(ignored);
    const target = address('weeks', { week });
    if (location.hash === target) reenter(); else go('weeks', { week });
  });
  outcome.querySelector('[role=status]')?.remove();
}
