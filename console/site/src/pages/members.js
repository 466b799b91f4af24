import { actsOfForm, perform } from '../acts.js';
import { list, readOrNull } from '../api.js';
import { h } from '../dom.js';
import { form } from '../form.js';
import { money } from '../format.js';
import { memberFields, memberBody, memberName } from '../member-form.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { empty, linkButton, loading, pageHead, paged, row, rows, toast } from '../ui.js';

/** Whoever a search finds; without one, the first of all members. */
export function membersPage(query) {
  const results = h('div', {});
  loading(results, () => search(query), (found) => (query ? showFound(query, found) : showAll(found)));
  return h(
    'div',
    {},
    pageHead(
      query ? texts.search.found(query) : texts.search.title,
      texts.search.intro,
      may('create-profiles') && linkButton(texts.member.new, '#/members/new', 'primary'),
    ),
    !query && searchForm(),
    results,
  );
}

function searchForm() {
  const input = h('input', { type: 'search', name: 'q', 'aria-label': texts.search.label, placeholder: texts.search.hint, autocomplete: 'off' });
  return h(
    'form',
    {
      class: 'big-search',
      onsubmit: (event) => {
        event.preventDefault();
        location.hash = `#/members?q=${encodeURIComponent(input.value.trim())}`;
      },
    },
    input,
    h('button', { class: 'button primary', type: 'submit' }, texts.search.submit),
  );
}

async function search(query) {
  if (!query) {
    return { members: await list('/profiles?page[size]=25'), sale: null };
  }
  const [members, sale] = await Promise.all([
    list(`/profiles?search=${encodeURIComponent(query)}&page[size]=50`),
    may('read-transactions') ? readOrNull(`/transactions/external/${encodeURIComponent(query)}`) : null,
  ]);
  return { members, sale };
}

function showAll({ members }) {
  return members.data.length > 0 ? memberRows(members) : empty(texts.search.how);
}

function showFound(query, { members, sale }) {
  if (members.data.length === 0 && !sale) {
    return h('div', { role: 'status' }, empty(texts.search.nobody(query)), empty(texts.search.how));
  }
  return [
    sale && h('section', { class: 'card' }, h('h2', {}, texts.search.sale), rows([saleRow(sale)])),
    members.data.length > 0 && memberRows(members),
  ];
}

function memberRows(members) {
  const place = rows([]);
  const more = paged(place, members, memberRow);
  return h('section', { class: 'card' }, h('h2', { role: 'status' }, texts.search.results(members.meta.total)), place, more);
}

function memberRow(member) {
  return row({
    title: h('a', { href: `#/members/${member.id}` }, memberName(member)),
    lines: [
      [member.email, member.mobile_phone].filter(Boolean).join(' · '),
      member.next_birthday && texts.member.birthday(member.next_birthday, member.birth_days),
    ],
    amount: money(member.combined_balance_dollars),
    note: member.point_balance > 0 ? texts.points.value(member.point_balance) : null,
  });
}

function saleRow(sale) {
  return row({
    title: h('a', { href: `#/sales/${sale.id}` }, texts.sale.title(texts.sales.name(sale))),
    lines: [sale.profile?.full_name ?? texts.sale.anonymous],
    amount: money(sale.total),
  });
}

/** The form of a new member. */
export function newMemberPage() {
  const act = actsOfForm();
  const { element } = form({
    fields: memberFields({}),
    submit: texts.member.create,
    onsubmit: async (values) => {
      const body = memberBody(values, {});
      const name = [body.first_name, body.last_name].filter(Boolean).join(' ') || body.email || texts.member.new;
      const { json } = await perform(act(texts.member.label.create(name), 'POST', '/profiles', body));
      toast(texts.member.created(memberName(json.data)));
      location.hash = `#/members/${json.data.id}`;
    },
  });
  return h('div', { class: 'narrow' }, pageHead(texts.member.new), h('div', { class: 'card' }, element));
}
