// The few parts that every page is made of.

import { Refused, list, nextOf } from './api.js';
import { fill, h, newId } from './dom.js';
import { texts } from './texts.js';

/** A button; kind is primary, quiet, danger or nothing. */
export function button(text, onclick, { kind = '', label, id } = {}) {
  return h('button', { type: 'button', class: `button ${kind}`, onclick, 'aria-label': label, id }, text);
}

/** A link that looks like a button. */
export function linkButton(text, href, kind = '') {
  return h('a', { class: `button ${kind}`, href }, text);
}

/** A part of a page with its heading, what can be done beside it, and its content. */
export function card(title, actions, ...content) {
  const id = newId();
  return h(
    'section',
    { class: 'card', 'aria-labelledby': id },
    h('header', { class: 'card-head' }, h('h2', { id }, title), h('div', { class: 'actions' }, actions)),
    content,
  );
}

/** What a page begins with. */
export function pageHead(title, intro, actions) {
  return h(
    'header',
    { class: 'page-head' },
    h('div', {}, h('h1', { tabindex: '-1' }, title), intro && h('p', { class: 'muted' }, intro)),
    h('div', { class: 'actions' }, actions),
  );
}

export function empty(text) {
  return h('p', { class: 'empty' }, text);
}

/** A word in a pill; kind is good, warn, bad or nothing. */
export function badge(text, kind = '') {
  return h('span', { class: `badge ${kind}` }, text);
}

/** Says something that must not be missed. */
export function notice(text, kind, ...actions) {
  return h('div', { class: `notice ${kind}`, role: 'alert' }, h('p', {}, text), actions);
}

/** One thing of a list: what it is on the left, what it is worth on the right, and what can be done with it below. */
export function row({ title, lines = [], badges = [], amount, note, bar, actions = [], kind = '' }) {
  return h(
    'li',
    { class: `row ${kind}` },
    h(
      'div',
      { class: 'row-main' },
      h('p', { class: 'row-title' }, title, badges.map((one) => [' ', one])),
      lines.filter(Boolean).map((line) => h('p', { class: 'muted' }, line)),
    ),
    h('div', { class: 'row-side' }, h('p', { class: 'amount' }, amount), note && h('p', { class: 'muted' }, note)),
    bar,
    actions.length > 0 && h('div', { class: 'row-actions' }, actions),
  );
}

export function rows(list) {
  return h('ul', { class: 'rows' }, list);
}

/** A table that scrolls by itself where it is too wide; columns are [heading, isNumber]. */
export function table(caption, columns, body) {
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { class: 'hidden' }, caption),
      h('thead', {}, h('tr', {}, columns.map(([text, isNumber]) => h('th', { scope: 'col', class: isNumber ? 'number' : '' }, text)))),
      h(
        'tbody',
        {},
        body.map((cells) => h('tr', {}, cells.map((cell, index) => h('td', { class: columns[index][1] ? 'number' : '' }, cell)))),
      ),
    ),
  );
}

/** Terms with what they are; those without anything are left out. */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))),
  );
}

/** How much of a whole is left, where it is not all of it. */
export function leftBar(part, whole) {
  if (part >= whole) {
    return null;
  }
  const share = part / whole;
  const inner = h('span', { class: 'bar-part' });
  inner.style.inlineSize = `${share * 100}%`;
  return h('span', { class: 'bar', 'aria-hidden': 'true' }, inner);
}

/** The first so many of a list's rows, and the others behind a fold. */
export function foldedRows(list, first) {
  return [
    rows(list.slice(0, first)),
    list.length > first && h('details', { class: 'past' }, h('summary', {}, texts.allOf(list.length)), rows(list.slice(first))),
  ];
}

/** Puts the items of a list's page into an element, and those of each further page at a press of the button that is given back. */
export function paged(place, first, itemOf) {
  let page = first;
  const more = button(texts.more, async () => {
    more.disabled = true;
    try {
      page = await list(nextOf(page));
      show();
    } catch (error) {
      toast(error.message);
    } finally {
      more.disabled = false;
    }
  }, { kind: 'quiet' });
  function show() {
    place.append(...page.data.map(itemOf));
    more.hidden = !nextOf(page);
  }
  show();
  return more;
}

/** What went wrong with a read, and another try. */
export function failure(error, retry) {
  const text = error instanceof Refused && error.status === 403 ? texts.errors.forbidden : error instanceof Refused && error.status === 404 ? texts.errors.notFound : error.message;
  return h('div', { class: 'failure', role: 'alert' }, h('h2', {}, texts.errors.title), h('p', {}, text), retry && button(texts.errors.retry, retry));
}

let toasts;

/** The place where {@link toast} speaks; one for the whole page. */
export function toastPlace() {
  toasts = h('div', { class: 'toasts', role: 'status' });
  return toasts;
}

/** Says what has been done, for some seconds. */
export function toast(text) {
  const one = h('p', { class: 'toast' }, text);
  toasts.append(one);
  setTimeout(() => one.remove(), 8_000);
}

/**
 * Shows what a load gives once it has: skeleton first, failure with another try if it fails. What had the focus has it again where
 * the place is drawn anew under it.
 */
export async function loading(place, load, show) {
  place.setAttribute('aria-busy', 'true');
  if (!place.hasChildNodes()) {
    fill(place, h('p', { class: 'empty' }, texts.loading));
  }
  try {
    const loaded = await load();
    const focused = place.contains(document.activeElement) ? document.activeElement.id : '';
    fill(place, show(loaded));
    document.getElementById(focused)?.focus({ preventScroll: true });
  } catch (error) {
    if (!(error instanceof Refused) && error.name !== 'Error') {
      console.error(error);
    }
    fill(place, failure(error, () => loading(place, load, show)));
  } finally {
    place.removeAttribute('aria-busy');
  }
}
