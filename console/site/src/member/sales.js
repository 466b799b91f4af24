import { act } from '../acts.js';
import { openAct } from '../act-dialog.js';
import { h } from '../dom.js';
import { fromInput, localMoment, money, zone } from '../format.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, button, card, empty, foldedRows, row } from '../ui.js';

const words = texts.sales;

/** So many are shown at first. */
const FIRST = 6;

/** As many items as the form of a sale has. */
const ITEMS = 3;

/** What the member bought. */
export function salesCard(member) {
  const { sales } = member;
  if (!sales) {
    return null;
  }
  const record = may('create-transactions') && button(words.record, () => recordSale(member), { id: 'record-sale' });
  const shown = sales.map(saleRow);
  return card(
    words.title,
    record,
    shown.length > 0 ? foldedRows(shown, FIRST) : empty(words.none),
  );
}

function saleRow(sale) {
  return row({
    title: h('a', { href: `#/sales/${sale.id}` }, words.name(sale)),
    badges: sale.is_void ? [badge(words.void, 'bad')] : [],
    lines: [
      localMoment(sale.transacted_local_at),
      [sale.redemption && words.paid(sale.redemption.total), sale.points_earned > 0 && words.earned(sale.points_earned)].filter(Boolean).join(' · '),
    ],
    amount: money(sale.total),
  });
}

/** A sale as a till would post it, for where there is no till yet. */
function recordSale(member) {
  const said = texts.recordSale;
  const unpaid = (member.redemptions ?? []).filter((redemption) => redemption.type === 'redeem' && !redemption.is_reversed && !redemption.transaction_id);
  openAct({
    title: said.title,
    intro: h('p', { class: 'muted' }, member.name),
    fields: [
      { name: 'external_id', label: said.number, help: said.numberHelp },
      { name: 'total', label: said.total, type: 'amount', required: true },
      { name: 'redemption_id', label: said.redemption, type: 'select', options: [['', said.noRedemption], ...unpaid.map((one) => [String(one.id), said.redemptionOption(one)])] },
      { name: 'transacted_at', label: said.at, type: 'moment', required: true, value: now() },
      { name: 'timezone', label: said.zone, required: true, value: zone() },
      ...itemFields(said),
    ],
    ask: (values) => h('p', { class: 'question' }, said.ask(values.external_id, values.total)),
    confirm: () => said.confirm,
    make: (values) => act(said.label(values.external_id, values.total), 'POST', '/transactions', body(values, member)),
    done: (sale) => [
      h('p', { class: 'outcome' }, said.done(words.name(sale))),
      h('p', {}, h('a', { href: `#/sales/${sale.id}`, onclick: closeDialog }, said.see)),
    ],
    after: member.reload,
  });
}

function closeDialog(event) {
  event.target.closest('dialog').close();
}

function itemFields(said) {
  return Array.from({ length: ITEMS }, (ignored, index) => {
    const shown = index === 0 ? undefined : (values) => Boolean(values[`items.${index - 1}.name`]);
    const required = index === 0;
    return {
      group: said.item(index + 1),
      fields: [
        { name: `items.${index}.name`, label: said.itemName, required, shown },
        { name: `items.${index}.quantity`, label: said.quantity, type: 'amount', required, shown, value: '1' },
        { name: `items.${index}.price_current`, label: said.priceCurrent, type: 'amount', required, shown },
        { name: `items.${index}.price_sell`, label: said.priceSell, type: 'amount', required, shown },
      ],
    };
  });
}

function body(values, member) {
  const items = Array.from({ length: ITEMS }, (ignored, index) => {
    const of = (name) => values[`items.${index}.${name}`];
    return { name: of('name'), quantity: of('quantity'), price_current: of('price_current'), price_sell: of('price_sell') };
  }).filter(({ name }) => name);
  return {
    profile_id: member.profile.id,
    external_id: values.external_id || null,
    redemption_id: values.redemption_id || null,
    total: values.total,
    transacted_at: fromInput(values.transacted_at),
    timezone: values.timezone,
    items,
  };
}

/** Now, on the browser's wall-clock. */
function now() {
  const here = new Date();
  return new Date(here.getTime() - here.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
