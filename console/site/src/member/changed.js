import { readOrNull } from '../api.js';
import { h } from '../dom.js';
import { count, money } from '../format.js';
import { texts } from '../texts.js';
import { table } from '../ui.js';

/**
 * What an act has done to the member's balances.
 *
 * @param after the balances as the act's own answer tells them; without it they are read
 */
export function changed(member, after) {
  const place = h('div', { class: 'changed' });
  if (after) {
    place.append(compared(member.balance, after));
  } else {
    readOrNull(`${member.root}/balances`).then(
      (now) => now && place.append(compared(member.balance, now)),
      () => place.remove(),
    );
  }
  return place;
}

/** The balances before and after, those that are not the same. */
export function compared(before, after) {
  const lines = [
    [texts.act.balance, 'reward_balance', money],
    [texts.act.points, 'point_balance', count],
    [texts.act.total, 'combined_balance_dollars', money],
  ].filter(([, name]) => before[name] !== after[name]);
  if (lines.length === 0) {
    return h('p', { class: 'muted' }, texts.act.nothing);
  }
  return table(
    texts.balances.title,
    [[texts.balances.title], [texts.act.before, true], [texts.act.after, true]],
    lines.map(([label, name, format]) => [label, format(before[name]), h('strong', {}, format(after[name]))]),
  );
}
