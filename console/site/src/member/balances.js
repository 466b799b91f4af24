import { h } from '../dom.js';
import { count, daysUntil, money } from '../format.js';
import { texts } from '../texts.js';
import { activeByExpiry } from './standing.js';

/** What the member can spend, large. */
export function balances({ balance, rewards }) {
  const next = rewards && activeByExpiry(rewards).find((reward) => reward.expires_local_at);
  return h(
    'section',
    { class: 'card balances', 'aria-label': texts.balances.title },
    figure(
      texts.balances.combined,
      money(balance.combined_balance_dollars),
      rewards &&
        (next
          ? texts.balances.next(next.value_remaining, next.expires_local_at, daysUntil(next.expires_local_at))
          : texts.balances.noneExpires),
      'combined',
    ),
    figure(texts.balances.rewards, money(balance.reward_balance), null, 'rewards'),
    figure(texts.balances.points, count(balance.point_balance), texts.balances.worth(balance.point_balance_dollars), 'points'),
  );
}

function figure(name, value, note, id) {
  return h(
    'div',
    { class: 'figure', id: `balance-${id}` },
    h('p', { class: 'muted' }, name),
    h('p', { class: id === 'combined' ? 'hero' : 'hero small' }, value),
    note && h('p', { class: 'muted' }, note),
  );
}
