// Numbers, dates and times as people read them.
import { language, t } from './texts.js';

const tag = () => (language === 'zh' ? 'zh-CN' : 'en-GB');
const made = new Map();

function formatter(Kind, options) {
  const key = `${tag()}${Kind.name}${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Kind(tag(), options));
  return made.get(key);
}

/** A number with so many decimals at most; a dash where there is none. */
export function number(value, decimals = 0) {
  if (value === undefined || value === null || value === '' || Number.isNaN(Number(value))) return '–';
  return formatter(Intl.NumberFormat, { maximumFractionDigits: decimals }).format(Number(value));
}

/** Points, with one decimal. */
export const points = (value) => number(value, 1);

/** A difference with its sign. */
export function signed(value, decimals = 1) {
  if (value === undefined || value === null || value === '') return '–';
  return formatter(Intl.NumberFormat, { maximumFractionDigits: decimals, signDisplay: 'exceptZero' })
    .format(Number(value)).replace('-', '−');
}

/** A ratio as a percentage. */
export function percent(value) {
  if (value === undefined || value === null || value === '') return '–';
  return formatter(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 2 }).format(Number(value));
}

/** Money. */
export const yuan = (value) => (value === undefined ? '–' : t('figure.yuan', number(value)));

/** A duration in seconds. */
export function seconds(value) {
  return t('figure.seconds', number(value, Number(value) < 10 ? 1 : 0));
}

/** `5月24日 周六` of `2025-05-24`. */
export function day(date) {
  const moment = new Date(`${date}T00:00:00Z`);
  const part = (options) => formatter(Intl.DateTimeFormat, { ...options, timeZone: 'UTC' }).format(moment);
  const weekday = part({ weekday: 'short' });
  return language === 'zh' ? `${part({ month: 'long', day: 'numeric' })} ${weekday}` : `${weekday} ${part({ month: 'short', day: 'numeric' })}`;
}

/** A moment in the reader's own time zone. */
export function moment(text) {
  if (!text) return '–';
  return formatter(Intl.DateTimeFormat, {
    month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(new Date(text));
}

/** Words in a row. */
export const list = (words) => words.join(language === 'zh' ? '、' : ', ');
