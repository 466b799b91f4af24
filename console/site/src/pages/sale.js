import { read } from '../api.js';
import { h } from '../dom.js';
import { count, localMoment, money, useCurrency } from '../format.js';
import { lotName } from '../member/standing.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, card, empty, facts, loading, notice, pageHead, row, rows, table } from '../ui.js';

/** One sale: what was sold, to whom, and which redemption paid for a part of it. */
export function salePage(id) {
  const page = h('div', {});
  loading(page, () => load(id), show);
  return page;
}

/** The redemption by itself says of what rewards it was. */
async function load(id) {
  const sale = await read(`/transactions/${encodeURIComponent(id)}`);
  const paid = sale.redemption && may('read-redemptions') ? await read(`/redemptions/${sale.redemption.id}`) : sale.redemption;
  return { sale, paid };
}

function show({ sale, paid }) {
  useCurrency(sale.currency);
  return [
    pageHead([texts.sale.title(texts.sales.name(sale)), sale.is_void && [' ', badge(texts.sales.void, 'bad')]]),
    sale.is_void && notice(texts.sale.void, 'warn'),
    h(
      'div',
      { class: 'columns' },
      h('div', {}, card(texts.sale.items, null, items(sale)), card(texts.sale.redemption, null, redemption(sale, paid))),
      h('div', {}, h('section', { class: 'card balance' }, total(sale)), h('section', { class: 'card' }, details(sale))),
    ),
  ];
}

function total(sale) {
  return [
    h('p', { class: 'muted' }, texts.sale.total),
    h('p', { class: 'hero' }, money(sale.total)),
    sale.redemption && h('p', { class: 'muted' }, texts.sales.paid(sale.redemption.total)),
  ];
}

function details(sale) {
  const buyer = sale.profile?.full_name || sale.profile?.email || sale.profile_id;
  return facts([
    [texts.sale.buyer, sale.profile_id ? may('read-profiles') ? h('a', { href: `#/members/${sale.profile_id}` }, buyer) : buyer : texts.sale.anonymous],
    [texts.sale.at, `${localMoment(sale.transacted_local_at)}, ${sale.timezone}`],
    [texts.sale.receipt, sale.receipt_ref],
    [texts.sale.location, sale.location_id],
    [texts.sale.staff, sale.staff_id],
    [texts.sale.earned, sale.points_earned ? count(sale.points_earned) : null],
    [texts.sale.points, sale.points_shortfall ? texts.sale.shortfall(sale.points_shortfall) : null],
    [texts.sale.id, sale.id],
  ]);
}

function items(sale) {
  return table(
    texts.sale.items,
    [[texts.sale.item], [texts.sale.quantity, true], [texts.sale.price, true], [texts.sale.sold, true]],
    sale.items.map((item) => [
      [h('span', {}, item.name), item.sku && h('span', { class: 'muted' }, ` ${item.sku}`), item.is_void && [' ', badge(texts.sales.void, 'bad')]],
      count(item.quantity),
      money(item.price_current),
      money(item.price_sell),
    ]),
  );
}

function redemption(sale, paid) {
  if (!paid) {
    return empty(texts.sale.noRedemption);
  }
  return [
    h('p', { class: 'lead' }, h('strong', {}, texts.sale.redeemed(paid.total)), ` ${texts.sale.ofTotal(sale.total)}`),
    paid.is_reversed && notice(texts.sale.reversed, 'warn'),
    !paid.is_reversed && paid.total_returned > 0 && h('p', { class: 'muted' }, texts.sale.returned(paid.total_returned)),
    rows(
      paid.items.map((item) =>
        row({
          title: lotName(item),
          amount: money(item.value),
        }),
      ),
    ),
  ];
}
