import { bars, chart, steps } from '../chart.js';
import { instant, localDay, money, monthAndYear, monthName } from '../format.js';
import { texts } from '../texts.js';
import { card, empty } from '../ui.js';

/** How many months ahead are drawn. */
const MONTHS = 12;

/** A time shorter than this is told by its days, a longer one by its months. */
const BY_DAYS = 100 * 86_400_000;

/** What the member's rewards are worth, by the month in which they expire. */
export function expiryChart({ rewards }) {
  if (!rewards) {
    return null;
  }
  const words = texts.charts.expiry;
  const months = coming(MONTHS);
  const cents = new Map(months.map((month) => [month, 0]));
  let later = 0;
  for (const reward of rewards.filter(({ is_active: isActive }) => isActive)) {
    const month = reward.expires_local_at && `${reward.expires_local_at.slice(0, 7)}-01`;
    const value = Math.round(reward.value_remaining * 100);
    if (cents.has(month)) {
      cents.set(month, cents.get(month) + value);
    } else {
      later += value;
    }
  }
  const values = months.map((month) => ({ month, value: cents.get(month) / 100 }));
  const total = values.reduce((sum, { value }) => sum + Math.round(value * 100), 0) / 100;
  const first = values.find(({ value }) => value > 0)?.month;
  const summary = [words.summary(total, first), later > 0 && words.later(later / 100)].filter(Boolean).join(' ');
  if (total === 0) {
    return card(words.title, null, empty(summary));
  }
  return card(
    words.title,
    null,
    chart({
      title: words.title,
      summary,
      draw: (width) =>
        bars(
          values.map(({ month, value }) => ({ label: monthName(month), name: words.bar(month, value), value, kind: month === months[0] ? 'soon' : '' })),
          width,
        ),
      columns: [[words.month], [words.value, true]],
      body: values.map(({ month, value }) => [monthAndYear(month), money(value)]),
    }),
  );
}

/** The first days of this month and those after it. */
function coming(count) {
  const now = new Date();
  return Array.from({ length: count }, (ignored, index) => new Date(Date.UTC(now.getFullYear(), now.getMonth() + index, 1)).toISOString().slice(0, 10));
}

/** What the member had in rewards after each entry of the ledger that the page has. */
export function balanceChart({ ledger, balance }) {
  if (!ledger) {
    return null;
  }
  const words = texts.charts.balance;
  const entries = [...ledger.data].reverse();
  if (entries.length === 0) {
    return card(words.title, null, empty(words.none));
  }
  const points = entries.map((entry) => ({ at: instant(entry.created_at).getTime(), value: entry.dollar_balance, text: entry.created_at }));
  points.push({ at: Math.max(Date.now(), points.at(-1).at), value: balance.reward_balance });
  const values = points.map(({ value }) => value);
  return card(
    words.title,
    null,
    chart({
      title: words.title,
      summary: words.summary(values[0], values.at(-1), Math.min(...values), Math.max(...values)),
      draw: (width) => steps(points, label, width),
      columns: [[words.when], [words.value, true]],
      body: points.filter(({ text }) => text).map(({ text, value }) => [localDay(text), money(value)]),
    }),
  );
}

function label(at, span) {
  const date = new Date(at).toISOString().slice(0, 10);
  return span < BY_DAYS ? localDay(date) : `${monthName(date)} ${date.slice(0, 4)}`;
}
