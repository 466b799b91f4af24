// Amounts and times as the user's locale writes them.

const LOCALE = navigator.languages?.[0] ?? navigator.language;
const DAY = 86_400_000;

// How soon is told in words, and so in the language of all other texts.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const time = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const wallDate = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const wallTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const monthYear = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' });
const number = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const signedNumber = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });

let currency = 'AUD';

/** The one currency of the deployment, as its answers say it. */
export function useCurrency(code) {
  currency = code ?? currency;
}

export function money(value) {
  return amount(value, {});
}

/** With its sign, whichever it is. */
export function signedMoney(value) {
  return amount(value, { signDisplay: 'exceptZero' });
}

/** For an axis: without cents, and large ones in short. */
export function roundMoney(value) {
  const isLarge = value >= 10_000;
  return amount(value, { minimumFractionDigits: 0, maximumFractionDigits: isLarge ? 1 : 0, notation: isLarge ? 'compact' : 'standard' });
}

const amounts = new Map();

function amount(value, options) {
  const kind = currency + JSON.stringify(options);
  if (!amounts.has(kind)) {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options };
    amounts.set(kind, new Intl.NumberFormat(LOCALE, style));
  }
  return amounts.get(kind).format(value);
}

export function count(value) {
  return number.format(value);
}

export function signedCount(value) {
  return signedNumber.format(value);
}

/** An instant, of the API's text in UTC. */
export function instant(text) {
  return new Date(`${text.replace(' ', 'T')}Z`);
}

/** The day of an instant, in the browser's zone. */
export function day(text) {
  return date.format(instant(text));
}

/** An instant, in the browser's zone. */
export function moment(text) {
  return time.format(instant(text));
}

/** The day of a wall-clock, in whatever zone it was told. */
export function localDay(text) {
  return wallDate.format(wallClock(text));
}

export function localMoment(text) {
  return wallTime.format(wallClock(text));
}

/** The day and month of a date, as birthdays are told. */
export function anniversary(text) {
  return dayMonth.format(wallClock(text));
}

export function monthName(text) {
  return month.format(wallClock(text));
}

export function monthAndYear(text) {
  return monthYear.format(wallClock(text));
}

/** A wall-clock as an instant of UTC, to be counted with and formatted. */
function wallClock(text) {
  return instant(text.length === 10 ? `${text} 00:00:00` : text);
}

/** How many days away a wall-clock's date is from today's. */
export function daysUntil(text) {
  const then = wallClock(text);
  const now = new Date();
  return Math.round(
    (Date.UTC(then.getUTCFullYear(), then.getUTCMonth(), then.getUTCDate()) -
      Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) /
      DAY,
  );
}

/** In words: today, in 3 days, in 2 months. */
export function howSoon(days) {
  const size = Math.abs(days);
  if (size < 60) {
    return relative.format(days, 'day');
  }
  return size < 730 ? relative.format(Math.round(days / 30.44), 'month') : relative.format(Math.round(days / 365.25), 'year');
}

/** How long ago an instant was, in words. */
export function howLongAgo(text) {
  const minutes = Math.round((instant(text) - Date.now()) / 60_000);
  if (minutes > -60) {
    return relative.format(Math.min(0, minutes), 'minute');
  }
  return minutes > -1440 ? relative.format(Math.round(minutes / 60), 'hour') : howSoon(Math.round(minutes / 1440));
}

/** What an input of the type datetime-local takes of the API's text, and back. */
export function toInput(text) {
  return text ? text.replace(' ', 'T').slice(0, 19) : '';
}

export function fromInput(value) {
  const text = value.replace('T', ' ');
  return text.length === 16 ? `${text}:00` : text;
}

/** The browser's zone, such as Australia/Melbourne. */
export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
