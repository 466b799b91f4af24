// What can be done with rewards.

import { act } from '../acts.js';
import { openAct } from '../act-dialog.js';
import { all, read } from '../api.js';
import { h } from '../dom.js';
import { fromInput, localMoment, money, toInput, zone } from '../format.js';
import { texts } from '../texts.js';
import { notice, toast } from '../ui.js';
import { changed } from './changed.js';

/** Issues a reward of one of the published definitions. */
export async function issueReward(member) {
  const words = texts.issue;
  const definitions = await assignable();
  if (!definitions) {
    return;
  }
  const chosen = (values) => definitions.find((definition) => String(definition.id) === values.reward_definition_id);
  const value = (values) => values.value_initial || chosen(values).value;
  openAct({
    title: words.title,
    intro: h('p', { class: 'muted' }, member.name),
    fields: [
      {
        name: 'reward_definition_id',
        label: words.definition,
        type: 'select',
        options: definitions.map((definition) => [String(definition.id), words.definitionOption(definition)]),
        help: (values) => chosen(values).short_description ?? '',
      },
      { name: 'value_initial', label: words.value, type: 'amount', help: (values) => words.valueHelp(chosen(values)) },
      { name: 'expires_at', label: words.expires, type: 'moment', help: words.expiresHelp },
      { name: 'timezone', label: words.zone, value: member.profile.timezone ?? zone(), required: true, help: words.zoneHelp },
    ],
    ask: (values) => h('p', { class: 'question' }, words.ask(value(values), chosen(values).name, member.name)),
    confirm: (values) => words.confirm(value(values)),
    make: (values) =>
      act(words.label(value(values), chosen(values).name, member.name), 'POST', '/rewards', {
        profile_id: member.profile.id,
        reward_definition_id: values.reward_definition_id,
        timezone: values.timezone,
        ...(values.value_initial && { value_initial: values.value_initial }),
        ...(values.expires_at && { expires_at: fromInput(values.expires_at) }),
      }),
    done: (reward) => [h('p', { class: 'outcome' }, words.done(reward)), changed(member)],
    after: member.reload,
  });
}

async function assignable() {
  try {
    const definitions = (await all('/rewards/definitions', 500)).filter((one) => one.is_assignable && one.is_published);
    if (definitions.length > 0) {
      return definitions;
    }
    toast(texts.issue.none);
  } catch (error) {
    toast(error.message);
  }
  return null;
}

/** Changes what is left of a reward, or until when it lasts; the version that the page has seen goes with it. */
export function adjustReward(reward, member) {
  const words = texts.adjust;
  const { name } = reward.definition;
  const body = (values) => ({
    ...(values.value_remaining !== String(reward.value_remaining) && { value_remaining: values.value_remaining }),
    ...(values.expires_at !== toInput(reward.expires_local_at) && values.expires_at && { expires_at: fromInput(values.expires_at) }),
  });
  openAct({
    title: words.title(name),
    fields: [
      { name: 'value_remaining', label: words.remaining, type: 'amount', value: String(reward.value_remaining), required: true },
      { name: 'expires_at', label: words.expires, type: 'moment', value: toInput(reward.expires_local_at), help: words.expiresHelp(reward.timezone) },
    ],
    ask: (values) => {
      const { value_remaining: left, expires_at: end } = body(values);
      if (left === undefined && end === undefined) {
        throw new Error(words.nothing);
      }
      return [
        left !== undefined && h('p', { class: 'question' }, words.from(words.remaining, money(reward.value_remaining), money(left))),
        end !== undefined && h('p', { class: 'question' }, words.from(words.expires, reward.expires_local_at ? localMoment(reward.expires_local_at) : texts.rewards.never, localMoment(end))),
      ];
    },
    confirm: () => words.confirm,
    make: (values) => act(words.label(name, member.name), 'PUT', `/rewards/${reward.id}`, { ...body(values), version: reward.version }),
    done: () => [h('p', { class: 'outcome' }, words.done(name)), changed(member)],
    after: member.reload,
  });
}

/** Gives a reward more time, once. */
export function extendReward(reward, member) {
  const words = texts.extend;
  const { name } = reward.definition;
  openAct({
    title: words.title(name),
    intro: h('p', { class: 'muted' }, texts.rewards.at(reward.expires_local_at, reward.timezone)),
    fields: [{ name: 'extend_days', label: words.days, type: 'whole', value: String(reward.definition.extend_days ?? 30), required: true, help: words.help }],
    ask: ({ extend_days: days }) => {
      if (!/^\d{1,5}$/.test(days) || Number(days) === 0) {
        throw Object.assign(new Error(words.help), { errors: { extend_days: [texts.extend.whole] } });
      }
      return h('p', { class: 'question' }, words.ask(name, Number(days), later(reward.expires_local_at, Number(days))));
    },
    confirm: ({ extend_days: days }) => words.confirm(Number(days)),
    make: ({ extend_days: days }) =>
      act(words.label(name, member.name), 'POST', '/rewards/extend', { profile_id: member.profile.id, ids: [reward.id], extend_days: days }),
    done: ([extended]) => h('p', { class: 'outcome' }, words.done(extended)),
    after: member.reload,
  });
}

/** A wall-clock so many days on. */
function later(text, days) {
  const then = new Date(`${text.replace(' ', 'T')}Z`);
  then.setUTCDate(then.getUTCDate() + days);
  return then.toISOString().slice(0, 19).replace('T', ' ');
}

/** Takes what is left of a reward out of the balance. */
export function removeReward(reward, member) {
  const words = texts.remove;
  const { name } = reward.definition;
  openAct({
    title: words.title(name),
    // As much as is left of it now, which may be less than the page shows.
    ask: async () => notice(words.ask(name, (await read(`/rewards/${reward.id}`)).value_remaining), 'warn'),
    confirm: () => words.confirm,
    danger: true,
    make: () => act(words.label(name, member.name), 'DELETE', `/rewards/${reward.id}`),
    done: () => [h('p', { class: 'outcome' }, words.done(name)), changed(member)],
    after: member.reload,
  });
}
