import { money } from '../format.js';
import { texts } from '../texts.js';
import { row, rows } from '../ui.js';
import { namesById } from './standing.js';

/** What a redemption takes, or a return gives, lot by lot. */
export function spentRows({ items }, rewards) {
  const names = namesById(rewards);
  return rows(
    items.map((item) =>
      row({
        title: item.type === 'reward' ? (names.get(item.id) ?? item.type_attributes?.definition?.name ?? texts.timeline.aReward) : texts.points.value(item.count),
        amount: money(item.value),
      }),
    ),
  );
}
