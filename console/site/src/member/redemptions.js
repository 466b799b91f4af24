import { act } from '../acts.js';
import { openAct } from '../act-dialog.js';
import { send } from '../api.js';
import { h } from '../dom.js';
import { instant, moment, money } from '../format.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, button, card, empty, foldedRows, row } from '../ui.js';
import { compared } from './changed.js';
import { spentRows } from './spent.js';
import { lotName, namesById } from './standing.js';

const words = texts.redemptions;

/** So many are shown at first. */
const FIRST = 8;

/** What was redeemed, given back and undone, and which sales it paid for. */
export function redemptionsCard(member) {
  const { redemptions } = member;
  if (!redemptions) {
    return null;
  }
  const shown = redemptions.map((redemption) => redemptionRow(redemption, member));
  return card(
    words.title,
    null,
    shown.length > 0 ? foldedRows(shown, FIRST) : empty(words.none),
  );
}

function redemptionRow(redemption, member) {
  const isRedeem = redemption.type === 'redeem';
  return row({
    title: `${words.type[redemption.type]} ${moment(redemption.redeem_at)}`,
    badges: redemption.is_reversed ? [badge(words.reversed, 'warn')] : [],
    lines: [
      from(redemption, member),
      isRedeem && sale(redemption),
      isRedeem && !redemption.is_reversed && redemption.total_returned > 0 && words.returned(redemption.total_returned),
      redemption.total_forfeited > 0 && words.forfeited(redemption.total_forfeited),
    ],
    amount: money(redemption.total),
    actions: isRedeem ? actions(redemption, member) : [],
  });
}

function from(redemption, { rewards }) {
  const names = namesById(rewards);
  return [...new Set(redemption.items.map((item) => lotName(item, names)))].join(', ');
}

function sale({ transaction_id: id, transaction }) {
  if (!id) {
    return words.noSale;
  }
  const text = words.sale(transaction?.external_id ?? transaction?.receipt_ref ?? `#${id}`);
  return may('read-transactions') ? h('a', { href: `#/sales/${id}` }, text) : text;
}

function actions(redemption, member) {
  const left = leftOf(redemption);
  if (!may('return') || redemption.is_reversed || left <= 0) {
    return [];
  }
  const named = (verb) => words.named(verb, redemption.total, redemption.redeem_at);
  return [
    button(words.return, () => giveBack(redemption, member), { kind: 'quiet', label: named(words.return), id: `return-${redemption.id}` }),
    isReversible(redemption, member) &&
      button(words.reverse, () => reverse(redemption, member), { kind: 'quiet', label: named(words.reverse), id: `reverse-${redemption.id}` }),
  ].filter(Boolean);
}

/** In cents, so that no binary fraction is left over. */
function leftOf({ total, total_returned: returned }) {
  return (Math.round(total * 100) - Math.round(returned * 100)) / 100;
}

/** Where the token may not read how long a reversal is possible, the API is asked by trying. */
function isReversible(redemption, { reversalMinutes }) {
  return reversalMinutes === null || Date.now() - instant(redemption.redeem_at) < reversalMinutes * 60_000;
}

function giveBack(redemption, member) {
  const said = texts.return;
  const path = `/redemptions/${redemption.id}/return`;
  openAct({
    title: said.title,
    intro: h('p', {}, said.intro(leftOf(redemption))),
    fields: [{ name: 'amount', label: said.amount, type: 'amount', value: String(leftOf(redemption)), required: true, help: said.help }],
    next: texts.redeem.preview,
    ask: (values) => preview(path, values, said.ask, member),
    confirm: ({ amount }) => said.confirm(amount),
    make: (values) => act(said.label(values.amount, member.name), 'POST', path, values),
    done: (undone) => outcome(undone, said.done, member),
    after: member.reload,
  });
}

function reverse(redemption, member) {
  const said = texts.reverse;
  const path = `/redemptions/${redemption.id}/reversal`;
  openAct({
    title: said.title,
    ask: () => preview(path, {}, said.ask, member),
    confirm: () => said.confirm(leftOf(redemption)),
    make: () => act(said.label(redemption.total, member.name), 'POST', path, {}),
    done: (undone) => outcome(undone, said.done, member),
    after: member.reload,
  });
}

async function preview(path, body, question, member) {
  const undone = (await send('POST', `${path}?dry_run=1`, { body })).json.data;
  return [h('p', { class: 'question' }, question(undone.total)), told(undone, member)];
}

function outcome(undone, sentence, member) {
  return [h('p', { class: 'outcome' }, sentence(undone.total)), told(undone, member)];
}

function told(undone, member) {
  return [
    spentRows(undone, member.rewards),
    undone.total_forfeited > 0 && h('p', { class: 'notice warn' }, texts.undo.forfeited(undone.total_forfeited)),
    compared(member.balance, undone.balances),
  ];
}
