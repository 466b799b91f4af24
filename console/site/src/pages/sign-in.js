import { h } from '../dom.js';
import { form } from '../form.js';
import { texts } from '../texts.js';

/**
 * Asks for a token.
 *
 * @param reason why it is asked for, or nothing
 * @param signIn is given the secret
 */
export function signInPage(reason, signIn) {
  const { element } = form({
    fields: [{ name: 'token', label: texts.signIn.token, type: 'password', required: true }],
    submit: texts.signIn.submit,
    onsubmit: ({ token }) => signIn(token),
  });
  return h(
    'div',
    { class: 'sign-in card' },
    h('img', { src: 'bilby.svg', alt: '', width: '56', height: '56' }),
    h('h1', { tabindex: '-1' }, texts.signIn.title),
    h('p', { class: 'muted' }, texts.signIn.intro),
    reason && h('p', { class: 'notice warn', role: 'alert' }, reason),
    element,
  );
}
