import { h } from '../dom.js';
import { daysUntil, howSoon, money } from '../format.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, button, card, empty, leftBar, row, rows } from '../ui.js';
import { adjustReward, extendReward, issueReward, removeReward } from './reward-acts.js';
import { activeByExpiry } from './standing.js';

const words = texts.rewards;

/** So few days before its end a reward is worth a word at the till. */
const SOON = 14;

/** The rewards: what can be spent first, the rest behind a fold. */
export function rewardsCard(member) {
  const { rewards } = member;
  if (!rewards) {
    return null;
  }
  const active = activeByExpiry(rewards);
  const past = rewards.filter((reward) => !reward.is_active);
  const issue = may('create-rewards', 'read-reward-definitions') && button(words.issue, () => issueReward(member), { id: 'issue-reward' });
  return card(
    words.title,
    issue,
    active.length > 0 ? rows(active.map((reward) => activeRow(reward, member))) : empty(words.none),
    past.length > 0 && h('details', { class: 'past' }, h('summary', {}, words.past(past.length)), rows(past.map((reward) => pastRow(reward, member)))),
  );
}

function activeRow(reward, member) {
  const days = reward.expires_local_at && daysUntil(reward.expires_local_at);
  const isSoon = days !== null && days <= SOON;
  return row({
    title: reward.definition.name,
    badges: [isSoon && badge(howSoon(days), 'warn'), ...badges(reward)].filter(Boolean),
    lines: [
      [
        reward.expires_local_at
          ? h('span', { title: words.at(reward.expires_local_at, reward.timezone) }, words.expires(reward.expires_local_at, days))
          : words.never,
        ` · ${words.issued(reward.issued_local_at)}`,
      ],
    ],
    amount: money(reward.value_remaining),
    note: reward.value_remaining === reward.value_initial ? null : words.of(reward.value_initial),
    bar: leftBar(reward.value_remaining, reward.value_initial),
    actions: actions(reward, member),
  });
}

function pastRow(reward, member) {
  const isAhead = !reward.is_expired && reward.value_remaining > 0;
  return row({
    kind: 'past-row',
    title: reward.definition.name,
    badges: isAhead ? [] : [badge(reward.is_expired ? words.expiredBadge : words.spent), ...badges(reward)],
    lines: [
      isAhead ? words.from(reward.issued_local_at) : reward.is_expired ? words.expired(reward.expires_local_at) : words.issued(reward.issued_local_at),
    ],
    amount: money(reward.value_remaining),
    note: words.of(reward.value_initial),
    actions: may('update-rewards') ? [adjustButton(reward, member)] : [],
  });
}

function badges(reward) {
  return [
    words.source[reward.source_type] && badge(words.source[reward.source_type]),
    reward.extended_at && badge(words.extendedBadge),
  ].filter(Boolean);
}

function actions(reward, member) {
  const named = (verb) => words.named(verb, reward.definition.name, reward.value_remaining);
  return [
    may('update-rewards') &&
      reward.definition.is_extendable &&
      !reward.extended_at &&
      reward.expires_at &&
      button(words.extend, () => extendReward(reward, member), { kind: 'quiet', label: named(words.extend), id: `extend-${reward.id}` }),
    may('update-rewards') && adjustButton(reward, member),
    may('delete-rewards') &&
      button(words.remove, () => removeReward(reward, member), { kind: 'quiet', label: named(words.remove), id: `remove-${reward.id}` }),
  ].filter(Boolean);
}

function adjustButton(reward, member) {
  const label = words.named(words.adjust, reward.definition.name, reward.value_remaining);
  return button(words.adjust, () => adjustReward(reward, member), { kind: 'quiet', label, id: `adjust-${reward.id}` });
}
