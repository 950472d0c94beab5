// The plan versions of a week: figures, publication, difference between two, files to take away.
import { command, DaemonError } from './protocol.js';
import { announce } from './announce.js';
import { askInDialog } from './dialog.js';
import { button, h, select, show } from './dom.js';
import { differenceReport } from './difference.js';
import { downloadMenu, saveWeek } from './downloads.js';
import { guarded } from './faults.js';
import { moment, number, percent, points } from './figures.js';
import { fetchWeek, listPlans } from './library.js';
import { address } from './route.js';
import { family, spoken, t } from './texts.js';

const status = family('status');
const origin = family('origin');

/** The section of a week's versions. */
export async function versionsSection(week, params, signal, reenter) {
  const [model, versions] = await Promise.all([fetchWeek(week, signal), listPlans(week, signal)]);
  const section = h('section', { 'aria-labelledby': 'versions-title' },
    h('h2', { id: 'versions-title' }, t('version.title')));
  if (!versions.length) {
    section.append(weekDownload(week, section), h('p', { class: 'empty' }, t('version.none'), ' ',
      h('a', { class: 'button primary', href: address('solve', { week }) }, t('version.solve'))));
    return section;
  }
  section.append(weekDownload(week, section), h('div', { class: 'cards' }, versions.map((entry) => card(model, entry, section, signal, reenter))));
  if (versions.length > 1) section.append(comparison(model, versions, signal));
  return section;
}

function weekDownload(week, section) {
  return h('p', {}, button(t('weeks.workbook'), () => guarded(section, () => saveWeek(week))));
}

function card(model, entry, section, signal, reenter) {
  const week = model.id;
  const facts = [
    ['plan.objective', points(entry.objective)], ['plan.bound', points(entry.bound)],
    ['plan.gap', percent(entry.gap)], ['plan.sessions', number(entry.sessions)],
    ['plan.unheldCount', number(entry.unserved)],
  ];
  const name = t('version.name', entry.version);
  return h('article', { class: `card${entry.published ? ' published' : ''}`, 'aria-label': name },
    h('header', {}, h('h3', {}, h('a', { href: address('plan', { week, version: entry.version }) }, name)),
      entry.published ? h('span', { class: 'badge strong' }, t('version.published')) : null,
      h('span', { class: 'badge' }, status(entry.status)), staleBadge(entry)),
    h('dl', { class: 'facts' }, facts.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value)))),
    h('p', { class: 'note' }, entry.baseline
      ? t('version.madeAgainst', origin(entry.origin), entry.baseline, moment(entry.created), entry.revision)
      : t('version.made', origin(entry.origin), moment(entry.created), entry.revision)),
    h('div', { class: 'actions' },
      h('a', { class: 'button', href: address('plan', { week, version: entry.version }) }, t('version.open')),
      entry.published ? null : button(t('version.publish'), () =>
        publish(model, entry, section, signal, reenter), { 'aria-label': t('version.publishName', entry.version) }),
      downloadMenu(week, entry.version)));
}

/** What is to be said of a version that the week has been changed under; null where it stands. */
export function staleText({ stale, violations }) {
  if (stale === undefined) return null;
  return stale > 0 ? t('plan.stale', number(stale)) : t('plan.staleRules', number(violations));
}

function staleBadge(entry) {
  const text = staleText(entry);
  return text && h('span', { class: 'badge stale' }, text);
}

/** Publishes a version after asking, and after asking once more where it breaks rules of the week as it is now. */
export async function publish(model, entry, section, signal, done) {
  const agreed = await askInDialog({
    title: t('version.publishName', entry.version), content: h('p', {}, t('version.publishNote')),
    accept: t('version.publish'),
  });
  if (!agreed) return;
  await guarded(section, async () => {
    const send = (options) => command('PUBLISH', [model.id], { version: entry.version, ...options }, { signal });
    try {
      await send({ if: model.revision });
    } catch (error) {
      if (!(error instanceof DaemonError) || error.fields.violations === undefined) throw error;
      if (!await askAnyway(entry, error.records)) return;
      await send({ if: error.fields.revision, anyway: 'yes' });
    }
    announce(t('version.isPublished', entry.version));
    done();
  });
}

function askAnyway(entry, violations) {
  const shown = violations.slice(0, 20).map((record) => h('li', {}, spoken(record, 'message')));
  return askInDialog({
    title: t('version.brokenTitle', entry.version), accept: t('version.publishAnyway'), kind: 'danger',
    content: [h('p', {}, t('version.broken')), h('ul', {}, shown),
      violations.length > shown.length ? h('p', {}, t('fault.more', violations.length - shown.length)) : null],
  });
}

function comparison(model, versions, signal) {
  const options = versions.map((entry) => [entry.version, t('version.name', entry.version)]);
  const published = versions.find((entry) => entry.published) ?? versions[1];
  const to = versions.find((entry) => entry.version !== published.version);
  const result = h('div', { class: 'outcome' });
  const run = () => guarded(result, async () => {
    const [from, until] = ['diff-from', 'diff-to'].map((id) => document.getElementById(id).value);
    const [requests, members] = await Promise.all([
      command('DIFF', [model.id], { from, to: until }, { signal }),
      command('DIFF', [model.id], { from, to: until, by: 'member' }, { signal }),
    ]);
    show(result, differenceReport(model, requests, members.records));
  });
  return h('section', { 'aria-labelledby': 'diff-title' },
    h('h2', { id: 'diff-title' }, t('diff.title')),
    h('div', { class: 'form-row' }, select('diff-from', t('diff.from'), options, published.version),
      select('diff-to', t('diff.to'), options, to.version), button(t('diff.show'), run)),
    result);
}
