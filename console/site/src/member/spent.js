import { money } from '../format.js';
import { row, rows } from '../ui.js';
import { lotName, namesById } from './standing.js';

/** What a redemption takes, or a return gives, lot by lot. */
export function spentRows({ items }, rewards) {
  const names = namesById(rewards);
  return rows(
    items.map((item) =>
      row({
        title: lotName(item, names),
        amount: money(item.value),
      }),
    ),
  );
}
