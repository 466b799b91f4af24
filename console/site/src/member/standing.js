// What of a member's rewards can be said without asking anybody.

import { texts } from '../texts.js';

/** The active ones, the nearest expiry first, as they would be spent. */
export function activeByExpiry(rewards) {
  const end = (reward) => reward.expires_at ?? '9999';
  return rewards.filter((reward) => reward.is_active).sort((one, other) => end(one).localeCompare(end(other)));
}

/** The name of a reward by its id, where it is among these. */
export function namesById(rewards) {
  return new Map((rewards ?? []).map((reward) => [reward.id, reward.definition.name]));
}

/** What an item of a redemption or an entry is about: a reward by its name, points by their number. */
export function lotName(item, names = new Map()) {
  return item.type === 'reward'
    ? (names.get(item.id) ?? item.type_attributes?.definition?.name ?? texts.timeline.aReward)
    : texts.points.value(Math.abs(item.count));
}
