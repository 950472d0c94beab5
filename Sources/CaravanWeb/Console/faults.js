// What went wrong, in plain words: what it means, what to do, and what the daemon said.
import { ConnectionLost, DaemonError } from './protocol.js';
import { announce } from './announce.js';
import { h } from './dom.js';
import { family, spoken, t } from './texts.js';

const meaning = family('fault');
const shown = 20;

/** What a code of the daemon means, in plain words. */
export const faultText = (code) => meaning(code);

/** A box that says what went wrong. */
export function faultBox(error) {
  if (error?.name === 'AbortError') return null;
  const known = error instanceof DaemonError;
  const code = error instanceof ConnectionLost ? 'lost' : known ? error.code : 'internal';
  const text = meaning(code);
  announce(text);
  const records = known ? error.records : [];
  const said = spoken({ message: error.message, messageZh: error.fields?.messageZh }, 'message');
  return h('div', { class: 'fault', role: 'alert' },
    h('p', { class: 'fault-title' }, text),
    said && code !== 'lost' ? h('p', { class: 'fault-said' }, said) : null,
    records.length ? h('ul', {}, records.slice(0, shown).map(line)) : null,
    records.length > shown ? h('p', {}, t('fault.more', records.length - shown)) : null);
}

/** A fault of a document names its path; a contradiction is a sentence. */
function line(record) {
  const said = spoken(record, 'message') || spoken(record, 'text');
  const place = record.path ? h(record.pathZh ? 'strong' : 'code', {}, spoken(record, 'path')) : null;
  return h('li', {}, place ? [place, ' ', said] : said);
}

/** Runs an action; what goes wrong is shown in the element. */
export async function guarded(element, action) {
  element.querySelector(':scope > .fault')?.remove();
  try {
    return await action();
  } catch (error) {
    const box = faultBox(error);
    if (box) element.prepend(box);
    if (!box || error instanceof DaemonError || error instanceof ConnectionLost) return undefined;
    throw error;
  }
}
