import { act } from '../acts.js';
import { openAct } from '../act-dialog.js';
import { send } from '../api.js';
import { h } from '../dom.js';
import { texts } from '../texts.js';
import { compared } from './changed.js';
import { spentRows } from './spent.js';

const words = texts.redeem;

/**
 * Spends rewards and points. The preview asks the API itself, and what is confirmed is strict: the whole amount is spent or
 * nothing is, so that nobody pays with less than they were told.
 */
export function redeem(member) {
  const path = `/profiles/${member.profile.id}/redeem`;
  let previewed = '';
  openAct({
    title: words.title,
    intro: [h('p', { class: 'muted' }, member.name), h('p', {}, words.available(member.balance.combined_balance_dollars))],
    fields: [
      { name: 'amount', label: words.amount, type: 'amount', required: true },
      { name: 'strategies', label: words.order, type: 'select', options: Object.entries(words.orders) },
    ],
    next: words.preview,
    ask: async (values) => {
      const preview = (await send('POST', `${path}?dry_run=1`, { body: body(values) })).json.data;
      previewed = spent(preview);
      return [h('p', { class: 'question' }, words.ask(preview.total)), spentRows(preview, member.rewards), compared(member.balance, preview.balances)];
    },
    confirm: ({ amount }) => words.confirm(amount),
    make: (values) => act(words.label(values.amount, member.name), 'POST', path, body(values)),
    done: (redemption) => [
      h('p', { class: 'outcome' }, words.done(redemption.total)),
      spent(redemption) !== previewed && h('p', { class: 'notice warn' }, words.otherwise),
      spentRows(redemption, member.rewards),
      compared(member.balance, redemption.balances),
    ],
    after: member.reload,
  });
}

function body({ amount, strategies }) {
  return { amount, strategies: strategies.split(','), strict: true };
}

function spent({ items }) {
  return JSON.stringify(items.map(({ id, value }) => [id, value]));
}
