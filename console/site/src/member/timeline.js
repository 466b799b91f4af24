import { read } from '../api.js';
import { h } from '../dom.js';
import { howLongAgo, moment } from '../format.js';
import { texts } from '../texts.js';
import { button, card, empty, paged, toast } from '../ui.js';
import { lotName, namesById } from './standing.js';

const words = texts.timeline;

/** The ledger as a person reads it, the latest first. */
export function timelineCard(member) {
  const { ledger } = member;
  if (!ledger) {
    return null;
  }
  const names = namesById(member.rewards);
  const entries = h('ol', { class: 'timeline' });
  const more = paged(entries, ledger, (entry) => entryItem(entry, names));
  return card(
    words.title,
    button(words.proof, () => prove(member), { kind: 'quiet', id: 'prove' }),
    ledger.data.length > 0 ? h('div', { class: 'scroll-down', tabindex: '0', role: 'group', 'aria-label': words.title }, entries) : empty(words.none),
    more,
  );
}

function entryItem(entry, names) {
  const [title, note] = told(entry, names);
  const value = words.value(entry.dollar_value, entry.point_value);
  const sum = entry.dollar_value || entry.point_value;
  return h(
    'li',
    { class: `entry ${entry.action} ${sum > 0 ? 'plus' : sum < 0 ? 'minus' : ''}` },
    h('p', { class: 'entry-title' }, title),
    h('p', { class: 'amount' }, value),
    note && h('p', { class: 'muted note' }, note),
    h(
      'p',
      { class: 'muted note' },
      h('time', { datetime: `${entry.created_at.replace(' ', 'T')}Z`, title: howLongAgo(entry.created_at) }, moment(entry.created_at)),
      ` · ${words.balance(entry.dollar_balance, entry.point_balance)}`,
    ),
  );
}

/** What happened, and what it happened to. */
function told(entry, names) {
  const about = entry.type_attributes ?? {};
  const name = about.definition?.name ?? words.aReward;
  switch (entry.action) {
    case 'issue':
      return entry.type === 'point'
        ? [words.issue.point(entry.point_value), about.description]
        : [words.issue.reward(name), about.expires_local_at && words.until(about.expires_local_at)];
    case 'adjust':
      return adjusted(entry, about, name);
    case 'extend':
      return [words.extend(name, about.expires_local_at)];
    case 'redeem':
      return [words.redeem, from(entry, names)];
    case 'return':
      return [words.return, from(entry, names)];
    case 'reversal':
      return [words.reversal, from(entry, names)];
    case 'expire':
      return [words.expire[entry.type] ?? entry.description, entry.type === 'reward' ? lots(entry, names) : null];
    case 'delete':
      return [entry.type === 'reward' ? words.delete.reward(name) : words.delete.point()];
    default:
      return [entry.description];
  }
}

function adjusted(entry, about, name) {
  switch (entry.type) {
    case 'redemption':
      return [about.transaction?.external_id ? words.linked(about.transaction.external_id) : words.adjust.redemption()];
    case 'point':
      return [words.adjust.point(), about.description];
    default:
      return [words.adjust.reward(name)];
  }
}

function from(entry, names) {
  return entry.items.length > 0 ? words.redeemFrom(lots(entry, names)) : null;
}

function lots(entry, names) {
  return [...new Set(entry.items.map((item) => lotName(item, names)))].join(', ');
}

async function prove(member) {
  try {
    const proof = await read(`${member.root}/ledgers/verify`);
    toast(proof.consistent ? words.proven(proof.entries) : words.broken(JSON.stringify(proof.first_difference)));
  } catch (error) {
    toast(error.message);
  }
}
