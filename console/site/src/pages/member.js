import { actsOfForm, perform } from '../acts.js';
import { all, list, read, readOrNull } from '../api.js';
import { h } from '../dom.js';
import { form } from '../form.js';
import { useCurrency } from '../format.js';
import { balanceChart, expiryChart } from '../member/charts.js';
import { balances } from '../member/balances.js';
import { memberBody, memberFields, memberName } from '../member-form.js';
import { pointsCard } from '../member/points.js';
import { redemptionsCard } from '../member/redemptions.js';
import { redeem } from '../member/redeem.js';
import { rewardsCard } from '../member/rewards.js';
import { salesCard } from '../member/sales.js';
import { timelineCard } from '../member/timeline.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, button, facts, loading, pageHead, toast } from '../ui.js';

/** So many of each list are read at once; the newest come first. */
const MOST = 300;

/** All that is to be known of one member, and done for them. */
export function memberPage(id) {
  const page = h('div', {});
  const root = `/profiles/${encodeURIComponent(id)}`;
  const reload = () => loading(page, () => load(root), (member) => show(member, reload));
  reload();
  return page;
}

/** What the token may not see is null. */
async function load(root) {
  const [profile, balance, rewards, points, redemptions, sales, ledger, window] = await Promise.all([
    read(root),
    read(`${root}/balances`),
    may('read-rewards') ? all(`${root}/rewards`, MOST) : null,
    may('read-points') ? all(`${root}/points`, MOST) : null,
    may('read-redemptions') ? all(`${root}/redemptions`, MOST) : null,
    may('read-transactions') ? all(`${root}/transactions`, MOST) : null,
    may('read-ledgers') ? list(`${root}/ledgers?page[size]=100`) : null,
    may('read-settings') ? readOrNull('/settings/redemption.reversal_window_minutes') : null,
  ]);
  useCurrency(balance.currency);
  return { root, profile, balance, rewards, points, redemptions, sales, ledger, reversalMinutes: window && Number(window.value) };
}

function show(member, reload) {
  const { profile } = member;
  const name = memberName(profile);
  document.title = `${name} · ${texts.product}`;
  const person = { ...member, name, reload };
  return [
    pageHead([name, profile.birth_days === 0 && [' ', badge(texts.rewards.source.birthday, 'warn')]], contact(profile), [
      may('update-profiles') && button(texts.member.edit, () => edit(person), { id: 'edit' }),
      may('redeem-strategy') && button(texts.redemptions.redeem, () => redeem(person), { kind: 'primary', id: 'redeem' }),
    ]),
    balances(person),
    h(
      'div',
      { class: 'columns' },
      h('div', {}, rewardsCard(person), pointsCard(person), redemptionsCard(person), salesCard(person)),
      h('div', {}, expiryChart(person), balanceChart(person), timelineCard(person), h('section', { class: 'card' }, details(profile))),
    ),
  ];
}

function contact(profile) {
  return [
    profile.email,
    profile.mobile_phone,
    profile.next_birthday ? texts.member.birthday(profile.next_birthday, profile.birth_days) : texts.member.noBirthday,
    texts.member.since(profile.created_at),
  ]
    .filter(Boolean)
    .join(' · ');
}

function details(profile) {
  return facts([
    [texts.member.email, profile.email],
    [texts.member.phone, profile.mobile_phone],
    [texts.member.identities, profile.identities.map((identity) => `${identity.handle} ${identity.identifier}`).join(', ')],
    [texts.member.fields.timezone, profile.timezone],
    [texts.member.id, profile.id],
  ]);
}

/** Puts the form of the member's details in the page's place. */
function edit({ root, profile, name, reload }) {
  const make = actsOfForm();
  const page = document.querySelector('main > div');
  const { element } = form({
    fields: memberFields(profile),
    submit: texts.member.save,
    others: [button(texts.cancel, reload)],
    onsubmit: async (values) => {
      await perform(make(texts.member.label.save(name), 'PUT', root, memberBody(values, profile)));
      toast(texts.member.saved);
      reload();
    },
  });
  page.replaceChildren(pageHead(texts.member.edit, name), h('div', { class: 'card narrow' }, element));
  page.querySelector('input').focus();
}
