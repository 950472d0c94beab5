// Files to take away: the daemon writes them, the browser saves or opens them.
import { command } from './protocol.js';
import { button, h } from './dom.js';
import { guarded } from './faults.js';
import { language, t } from './texts.js';

const forms = [
  { as: 'xlsx', key: 'export.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { as: 'ics', key: 'export.ics', type: 'text/calendar' },
  { as: 'html', key: 'export.html', type: 'text/html' },
  { as: 'csv', key: 'export.csv', type: 'text/csv' },
  { as: 'json', key: 'export.json', type: 'application/json' },
];

/** A menu of files of a version; of one member, venue or township where `of` names it. */
export function downloadMenu(week, version, of) {
  const menu = h('details', { class: 'menu' }, h('summary', { class: 'button' }, t('export.title')));
  const choices = forms.filter(({ as }) => !of || as !== 'html').map((form) => button(t(form.key), () =>
    guarded(menu, async () => {
      await save(week, version, form, of);
      menu.open = false;
    })));
  menu.append(h('div', { class: 'menu-list' }, choices));
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
}

async function save(week, version, { as, type }, of) {
  const { payload } = await command('EXPORT', [week], { version, as, for: of, lang: language });
  const name = [week, `v${version}`, of].filter(Boolean).join('-');
  take(payload, type, `${name}.${as}`);
}

/** The week itself as a workbook, to be filled in further and loaded again. */
export async function saveWeek(week) {
  const { payload } = await command('WEEK', [week], { as: 'xlsx', lang: language });
  take(payload, forms[0].type, `${week}.xlsx`);
}

function take(payload, type, name) {
  const address = URL.createObjectURL(new Blob([payload], { type }));
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
