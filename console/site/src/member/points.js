import { act } from '../acts.js';
import { openAct } from '../act-dialog.js';
import { all } from '../api.js';
import { h } from '../dom.js';
import { count, daysUntil, money } from '../format.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, button, card, empty, foldedRows, leftBar, row, rows, toast } from '../ui.js';
import { changed } from './changed.js';

const words = texts.points;

/** So many are shown at first. */
const FIRST = 4;

/** The grants of points: what can be spent first, the rest behind a fold. */
export function pointsCard(member) {
  const { points } = member;
  if (!points) {
    return null;
  }
  const current = points.filter(({ status }) => status === 'active' || status === 'pending');
  const past = points.filter((grant) => !current.includes(grant));
  const issue = may('create-points', 'read-point-definitions') && button(words.issue, () => issuePoints(member), { id: 'issue-points' });
  return card(
    words.title,
    issue,
    current.length > 0 ? foldedRows(current.map((grant) => grantRow(grant, member)), FIRST) : empty(words.none),
    past.length > 0 && h('details', { class: 'past' }, h('summary', {}, words.past(past.length)), rows(past.map((grant) => grantRow(grant, member)))),
  );
}

function grantRow(grant, member) {
  const isActive = grant.status === 'active';
  return row({
    kind: isActive ? '' : 'past-row',
    title: grant.description || grant.definition.name,
    badges: isActive ? [] : [badge(words.status[grant.status])],
    lines: [
      [grant.expires_at ? words.expires(grant.expires_at, daysUntil(grant.expires_at)) : words.never, grant.accrued_at && words.accrued(grant.accrued_at)]
        .filter(Boolean)
        .join(' · '),
    ],
    amount: words.value(grant.value_remaining),
    note: [grant.value_remaining !== grant.value_initial && words.of(grant.value_initial), money(grant.value_remaining_currency)].filter(Boolean).join(' · '),
    bar: leftBar(grant.value_remaining, grant.value_initial),
    actions: may('update-points')
      ? [button(words.adjust, () => adjustPoints(grant, member), { kind: 'quiet', label: words.named(words.adjust, words.value(grant.value_remaining)), id: `adjust-points-${grant.id}` })]
      : [],
  });
}

async function issuePoints(member) {
  const said = texts.issuePoints;
  let definitions;
  try {
    definitions = await all('/points/definitions', 500);
  } catch (error) {
    toast(error.message);
    return;
  }
  openAct({
    title: said.title,
    intro: h('p', { class: 'muted' }, member.name),
    fields: [
      { name: 'value_initial', label: said.value, type: 'amount', required: true },
      { name: 'point_definition_id', label: said.definition, type: 'select', options: definitions.map(({ id, name }) => [String(id), name]) },
      { name: 'description', label: said.description, help: said.descriptionHelp },
    ],
    ask: ({ value_initial: points }) => h('p', { class: 'question' }, said.ask(points, member.name)),
    confirm: ({ value_initial: points }) => said.confirm(points),
    make: (values) =>
      act(said.label(values.value_initial, member.name), 'POST', '/points', {
        profile_id: member.profile.id,
        point_definition_id: values.point_definition_id,
        value_initial: values.value_initial,
        ...(values.description && { description: values.description }),
      }),
    done: (grant) => [h('p', { class: 'outcome' }, said.done(grant.value_initial)), changed(member)],
    after: member.reload,
  });
}

function adjustPoints(grant, member) {
  const said = texts.adjust;
  const name = grant.definition.name;
  openAct({
    title: said.title(name),
    fields: [{ name: 'value_remaining', label: said.points, type: 'amount', value: String(grant.value_remaining), required: true }],
    ask: ({ value_remaining: left }) => {
      if (left === String(grant.value_remaining)) {
        throw new Error(said.nothing);
      }
      return h('p', { class: 'question' }, said.from(said.points, count(grant.value_remaining), count(left)));
    },
    confirm: () => said.confirm,
    make: ({ value_remaining: left }) => act(said.label(name, member.name), 'PUT', `/points/${grant.id}`, { value_remaining: left, version: grant.version }),
    done: () => [h('p', { class: 'outcome' }, said.done(name)), changed(member)],
    after: member.reload,
  });
}
