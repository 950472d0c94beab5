// Numbers, dates and times as people read them, as the daemon's reports and the client write them (`NumberText`, `DateText`).
import { family, language, t } from './texts.js';

const weekdayName = family('weekday');
const monthName = family('month');
const isMissing = (value) => value === undefined || value === null || value === '' || Number.isNaN(Number(value));

/** The number times a power of ten, of its shortest decimal digits. */
function shifted(value, places) {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/**
 * A number with exactly so many decimals and commas between thousands, a dash where there is none. Rounded half away from
 * zero as the number is written: 1.005 becomes 1.01, though the nearest binary number is a little less.
 */
export function number(value, decimals = 0) {
  if (isMissing(value)) return '–';
  const units = Math.round(shifted(Math.abs(Number(value)), decimals));
  if (!(units < 1e15)) return String(value);
  const digits = String(units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const tail = decimals ? `.${digits.slice(-decimals)}` : '';
  return (Number(value) < 0 && units > 0 ? '-' : '') + whole + tail;
}

/** Points, with one decimal. */
export const points = (value) => number(value, 1);

/** A difference: with a plus where it rounds to more than 0. */
export function signed(value, decimals = 1) {
  const text = number(value, decimals);
  return Number(value) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A ratio as a percentage. */
export const percent = (value) => (isMissing(value) ? '–' : `${number(shifted(Number(value), 2), 2)}%`);

/** Money. */
export const yuan = (value) => (value === undefined ? '–' : t('figure.yuan', number(value)));

/** A duration in seconds. */
export function seconds(value) {
  return t('figure.seconds', number(value, Number(value) < 10 ? 1 : 0));
}

/** `5月24日 周六` or `Sat 24 May`, of `2025-05-24`. */
export function day(date) {
  const moment = new Date(`${date}T00:00:00Z`);
  return t('figure.day', {
    weekday: weekdayName((moment.getUTCDay() + 6) % 7), day: moment.getUTCDate(), month: monthName(moment.getUTCMonth() + 1),
  });
}

/** A moment in the reader's own time zone. */
export function moment(text) {
  if (!text) return '–';
  return new Date(text).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  });
}

/** Words in a row. */
export const list = (words) => words.join(language === 'zh' ? '、' : ', ');
