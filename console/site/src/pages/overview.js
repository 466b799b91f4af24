import { read, readOrNull } from '../api.js';
import { bars, chart } from '../chart.js';
import { h } from '../dom.js';
import { howLongAgo, localDay, monthAndYear, monthName, money, useCurrency } from '../format.js';
import { memberName } from '../member-form.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { card, empty, loading, pageHead, row, rows } from '../ui.js';

const words = texts.overview;

/** How many months ahead are drawn, and how many days back. */
const MONTHS = 12;
const DAYS = 30;
const DAY = 86_400_000;

/** What the shop owes its members, what has moved in the last days, and the latest movements. */
export function overviewPage() {
  const page = h('div', {});
  loading(page, load, show);
  return page;
}

async function load() {
  const [liability, activity] = await Promise.all([read('/reports/liability'), read('/reports/activity')]);
  const members = may('read-profiles') ? [...new Set(activity.latest.map((one) => one.profile_id))] : [];
  const names = new Map(await Promise.all(members.map(async (id) => [id, await nameOf(id)])));
  return { liability, activity, names };
}

/** Null where the member is deleted. */
async function nameOf(id) {
  const member = await readOrNull(`/profiles/${id}`);
  return member && memberName(member);
}

function show({ liability, activity, names }) {
  useCurrency(liability.currency);
  const { rewards, points } = activity.total;
  return [
    pageHead(words.title, words.intro(activity.timezone)),
    h(
      'section',
      { class: 'card balances', 'aria-label': words.outstanding },
      figure(words.outstanding, money(liability.value), words.held(liability.rewards.count, liability.rewards.value, liability.points.points), true),
      figure(words.issued, money(rewards.issued.value), words.inDays(DAYS)),
      figure(words.redeemed, money(sum(rewards.redeemed.value, points.redeemed.value)), words.inDays(DAYS)),
      figure(words.expired, money(rewards.expired.value), words.inDays(DAYS)),
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        {},
        expiry(liability),
        perDay(words.issued, activity, (day) => day.rewards.issued.value),
        perDay(words.redeemed, activity, (day) => sum(day.rewards.redeemed.value, day.points.redeemed.value)),
        perDay(words.expired, activity, (day) => day.rewards.expired.value),
      ),
      h('div', {}, latest(activity, names)),
    ),
  ];
}

function figure(name, value, note, isLarge = false) {
  return h(
    'div',
    { class: 'figure' },
    h('p', { class: 'muted' }, name),
    h('p', { class: isLarge ? 'hero' : 'hero small' }, value),
    h('p', { class: 'muted' }, note),
  );
}

/** In cents, so that no binary fraction is left over. */
function sum(...values) {
  return values.reduce((cents, value) => cents + Math.round(value * 100), 0) / 100;
}

function expiry({ as_of: asOf, months, later, never }) {
  const values = new Map(months.map(({ month, value }) => [month, value]));
  const shown = comingMonths(asOf).map((month) => ({ month: `${month}-01`, value: values.get(month) ?? 0 }));
  const others = sum(later.value, never.value, ...months.filter(({ month }) => `${month}-01` > shown.at(-1).month).map(({ value }) => value));
  return card(
    words.expiry,
    null,
    chart({
      title: words.expiry,
      summary: words.expirySummary(sum(...shown.map(({ value }) => value)), others),
      draw: (width) => bars(shown.map(({ month, value }) => ({ label: monthName(month), name: texts.charts.expiry.bar(month, value), value })), width),
      columns: [[texts.charts.expiry.month], [texts.charts.expiry.value, true]],
      body: shown.map(({ month, value }) => [monthAndYear(month), money(value)]),
    }),
  );
}

function comingMonths(date) {
  const [year, month] = date.split('-').map(Number);
  return Array.from({ length: MONTHS }, (ignored, index) => new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7));
}

/** One figure, day by day; a day without any movement is not in the report. */
function perDay(title, { from, to, days }, valueOf) {
  const values = new Map(days.map((day) => [day.date, valueOf(day)]));
  const shown = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    shown.push({ date, value: Math.max(0, values.get(date) ?? 0) });
  }
  const name = words.perDay(title);
  const total = sum(...shown.map(({ value }) => value));
  if (total === 0) {
    return card(name, null, empty(words.noneInDays(from, to)));
  }
  return card(
    name,
    null,
    chart({
      title: name,
      summary: words.daySummary(total, from, to),
      draw: (width) => bars(shown.map(({ date, value }) => ({ label: String(Number(date.slice(8))), name: words.bar(date, value), value })), width),
      columns: [[words.day], [title, true]],
      body: shown.filter(({ value }) => value > 0).map(({ date, value }) => [localDay(date), money(value)]),
    }),
  );
}

/** What moved no value, such as a sale that was linked to its redemption, is left out. */
function latest({ latest: all }, names) {
  const movements = all.filter((one) => one.dollar_value !== 0 || one.point_value !== 0);
  return card(words.latest, null, movements.length > 0 ? rows(movements.map((one) => movement(one, names))) : empty(texts.timeline.none));
}

function movement(one, names) {
  const name = names.get(one.profile_id);
  return row({
    title: words.actions[one.action] ?? one.action,
    lines: [name && h('a', { href: `#/members/${one.profile_id}` }, name), howLongAgo(one.created_at)],
    amount: texts.timeline.value(one.dollar_value, one.point_value),
  });
}
