// What of a member's rewards can be said without asking anybody.

/** The active ones, the nearest expiry first, as they would be spent. */
export function activeByExpiry(rewards) {
  const end = (reward) => reward.expires_at ?? '9999';
  return rewards.filter((reward) => reward.is_active).sort((one, other) => end(one).localeCompare(end(other)));
}

/** The name of a reward by its id, where it is among these. */
export function namesById(rewards) {
  return new Map((rewards ?? []).map((reward) => [reward.id, reward.definition.name]));
}
