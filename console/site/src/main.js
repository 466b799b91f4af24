// Where the console begins: whoever has a valid token sees the page of the address, anybody else the sign-in.

import { onUnanswered, perform, unanswered } from './acts.js';
import { Refused, currentToken, readOrNull } from './api.js';
import { fill, h } from './dom.js';
import { useCurrency } from './format.js';
import { signInPage } from './pages/sign-in.js';
import { places, route } from './routes.js';
import { began, end, may, onEnd, remember, token, tokenName } from './session.js';
import { texts } from './texts.js';
import { button, failure, notice, toast, toastPlace } from './ui.js';

const main = h('main', { id: 'content', tabindex: '-1' });
const header = h('header', { class: 'top' });
const acts = h('div', { class: 'open-acts' });

document.body.append(
  h('a', { class: 'skip', href: '#content', onclick: skip }, texts.skip),
  header,
  acts,
  main,
  toastPlace(),
);
onEnd(showSignIn);
onUnanswered(showUnanswered);
window.addEventListener('hashchange', () => {
  showPage();
  main.focus({ preventScroll: true });
});
begin();

async function begin() {
  if (!token()) {
    showSignIn('');
    return;
  }
  try {
    began(await currentToken());
    if (may('read-settings')) {
      useCurrency((await readOrNull('/settings/currency'))?.value);
    }
  } catch (error) {
    if (error instanceof Refused && error.status === 401) {
      end(texts.signIn.refused);
    } else if (token()) {
      fill(main, failure(error, begin));
    }
    return;
  }
  showHeader();
  showUnanswered();
  showPage();
}

function showSignIn(reason) {
  closeDialogs();
  fill(header, brand());
  fill(acts);
  document.title = `${texts.signIn.title} · ${texts.product}`;
  fill(
    main,
    signInPage(reason, async (secret) => {
      remember(secret);
      await begin();
    }),
  );
  main.querySelector('input').focus();
}

function showHeader() {
  fill(
    header,
    brand(),
    h('nav', { 'aria-label': texts.nav.label }, places().map(([href, text]) => h('a', { href }, text))),
    may('read-profiles') && searchBox(),
    h(
      'div',
      { class: 'signed-in' },
      h('span', { class: 'muted', title: texts.nav.signedIn(tokenName()) }, tokenName()),
      button(texts.nav.signOut, () => end(texts.signIn.out), { kind: 'quiet' }),
    ),
  );
}

function brand() {
  return h('a', { class: 'brand', href: '#/' }, h('img', { src: 'bilby.svg', alt: '', width: '28', height: '28' }), texts.product);
}

function searchBox() {
  const input = h('input', {
    type: 'search',
    name: 'q',
    'aria-label': texts.search.label,
    placeholder: texts.search.hint,
    autocomplete: 'off',
    enterkeyhint: 'search',
  });
  return h(
    'form',
    {
      class: 'search',
      role: 'search',
      onsubmit: (event) => {
        event.preventDefault();
        const query = input.value.trim();
        location.hash = query ? `#/members?q=${encodeURIComponent(query)}` : '#/members';
      },
    },
    input,
  );
}

/** What was searched for stays in the box, to be changed. */
function showQuery() {
  const input = header.querySelector('.search input');
  if (input) {
    input.value = new URLSearchParams(location.hash.split('?')[1]).get('q') ?? '';
  }
}

function showPage() {
  if (!tokenName()) {
    return;
  }
  closeDialogs();
  const { page, title, place } = route(location.hash);
  document.title = title ? `${title} · ${texts.product}` : texts.product;
  header.querySelectorAll('nav a').forEach((link) => {
    if (link.getAttribute('href') === place) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  });
  showQuery();
  fill(main, page);
  window.scrollTo(0, 0);
}

function closeDialogs() {
  document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
}

/** Acts that were sent and never answered: each can be sent again, and counts once. */
function showUnanswered() {
  fill(
    acts,
    token() &&
      unanswered().map((it) => notice(texts.open.one(it.label), 'warn', button(texts.open.retry, () => findOut(it), { kind: 'primary' }))),
  );
}

async function findOut(it) {
  const answer = perform(it);
  showUnanswered();
  try {
    await answer;
    toast(texts.open.answered(it.label));
    showPage();
  } catch (error) {
    toast(error instanceof Refused ? texts.open.refused(it.label, error.message) : error.message);
  }
}

function skip(event) {
  event.preventDefault();
  main.focus();
}
