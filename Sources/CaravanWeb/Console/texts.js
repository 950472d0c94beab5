// What the console says, out of the daemon's catalogue. What planners typed stays as they typed it.
const kept = 'caravan.language';
// Each language calls itself by its own name.
const ownNames = { zh: '中文', en: 'English' };
let texts = {};

/** `zh` or `en`: as chosen before, else as the browser says. */
export let language = localStorage.getItem(kept) ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** Fetches the texts of a language and remembers the choice where it was one. */
export async function speak(wanted, remember = false) {
  const answer = await fetch(`catalogue/${wanted}.json`);
  texts = await answer.json();
  language = wanted;
  if (remember) localStorage.setItem(kept, wanted);
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en';
  document.title = t('title');
  document.getElementById('language').textContent = ownNames[wanted === 'zh' ? 'en' : 'zh'];
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]')) element.ariaLabel = t(element.dataset.label);
}

/** The text of a key, `{0}`, `{1}`… replaced, or `{name}` by an object's values. */
export function t(key, ...values) {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text "${key}"`);
  return text.replace(/\{(\w+)\}/g, (all, at) => values[at] ?? values[0]?.[at] ?? all);
}

/** A function that finds words of one family of keys, `PREFIX.word`; a word that is not among them stays as it is. */
export function family(prefix) {
  return (word) => texts[`${prefix}.${word}`] ?? word;
}

/** The field of a record that is in the reader's language: `text` or `textZh`. */
export function spoken(record, field) {
  return (language === 'zh' ? record[`${field}Zh`] : undefined) ?? record[field] ?? '';
}

/** Words of weeks that many planners use: audiences, formats, pools. */
export const word = family('word');
