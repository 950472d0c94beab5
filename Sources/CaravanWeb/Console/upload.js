// A whole week on its way to the daemon: nothing of the stored one goes without somebody saying so.
import { command, DaemonError } from './protocol.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { spoken, t } from './texts.js';

const takenFrom = 'storedRevision';

/** Loads a file; resolves with the daemon's answer, or undefined where it was decided otherwise. */
export async function upload(file, signal) {
  const isWorkbook = file.name.toLowerCase().endsWith('.xlsx');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { body, revision } = isWorkbook ? { body: bytes } : taken(bytes);
  const form = isWorkbook ? { as: 'xlsx', name: file.name } : {};
  const send = (options) => command('LOAD', [], { ...form, ...options }, { body, signal });
  try {
    return await send({});
  } catch (error) {
    if (!is(error, 'exists')) throw error;
  }
  const agreed = await choose('weeks.replaceTitle', [h('p', {}, t('weeks.replace'))], [['yes', 'weeks.replaceYes']]);
  return agreed ? replace(send, { replace: 'yes', missing: 'refuse', if: revision }) : undefined;
}

/** Replaces the stored week; what others changed since, and what the new week lacks, is asked about. */
async function replace(send, options) {
  try {
    return await send(options);
  } catch (error) {
    if (!is(error, 'conflict') || error.fields.revision === undefined) throw error;
    const next = await decide(error);
    return next ? replace(send, { ...options, ...next, if: error.fields.revision }) : undefined;
  }
}

/** What is to be sent instead; undefined: nothing. */
async function decide(error) {
  if (error.fields.missing === undefined) {
    const text = [h('p', {}, t('weeks.overtaken', error.fields.revision)), h('p', {}, t('weeks.overtakenAdvice'))];
    return await choose('weeks.overtakenTitle', text, [['yes', 'weeks.replaceAnyway', 'danger']]) ? {} : undefined;
  }
  const list = h('ul', {}, error.records.map((record) => h('li', {}, spoken(record, 'text'))));
  const missing = await choose('weeks.missingTitle', [h('p', {}, t('weeks.missing')), list],
    [['drop', 'weeks.missingDrop', 'danger'], ['keep', 'weeks.missingKeep', 'primary']]);
  return missing ? { missing } : undefined;
}

const choose = (title, content, choices) => openDialog({
  title: t(title), content,
  actions: [{ label: t('dialog.cancel'), value: '' },
    ...choices.map(([value, label, kind = 'primary']) => ({ value, label: t(label), kind }))],
}).closed;

const is = (error, code) => error instanceof DaemonError && error.code === code;

/** A document that the client put into a file says which revision it was; the daemon need not see that. */
function taken(bytes) {
  try {
    const { [takenFrom]: revision, ...document } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Number.isInteger(revision)) return { body: JSON.stringify(document), revision };
  } catch {
    // No JSON: the daemon says what is wrong with it.
  }
  return { body: bytes };
}
