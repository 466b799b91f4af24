// How anything is done: a form, what would come of it, one question, and what has come of it.

import { perform } from './acts.js';
import { Refused, Unanswered } from './api.js';
import { fill, h, newId } from './dom.js';
import { form } from './form.js';
import { texts } from './texts.js';
import { button, notice } from './ui.js';

/**
 * Opens the dialog of an act.
 *
 * @param title its heading
 * @param intro what stands above the form
 * @param fields the form's, as form.js takes them; without them it begins with the question
 * @param next the text of the form's button
 * @param ask is given the form's values, and gives what the question shows; it may read, and what it throws is told by the form
 * @param confirm is given the values, and gives the text of the button that does it
 * @param make is given the values, and gives the act
 * @param done is given the answer's data, and gives what has changed
 * @param after is called whenever something may have changed
 * @param danger whether it takes something away
 */
export function openAct({ title, intro, fields = [], next = texts.act.continue, ask, confirm, make, done, after, danger = false }) {
  const opener = document.activeElement;
  const headingId = newId();
  const heading = h('h2', { id: headingId, tabindex: '-1' }, title);
  const body = h('div', { class: 'dialog-body' });
  const dialog = h('dialog', { 'aria-labelledby': headingId }, h('div', { class: 'dialog-frame' }, heading, body));
  const close = () => dialog.close();
  dialog.addEventListener('close', () => {
    dialog.remove();
    focusAgain(opener);
  });
  const asked = fields.length > 0 && form({ fields, submit: next, others: [button(texts.cancel, close)], onsubmit: showQuestion });

  function show(...content) {
    fill(body, content);
    const first = body.querySelector('[data-first], input:not(:disabled), select, textarea');
    (first ?? heading).focus();
  }

  function showForm(error) {
    show(intro && h('div', { class: 'intro' }, intro), asked.element);
    if (error) {
      asked.showErrors(error.errors ?? {}, error.message);
    }
  }

  async function showQuestion(values) {
    const content = await ask(values);
    const it = make(values);
    const send = button(confirm(values), () => doIt(it), { kind: danger ? 'danger' : 'primary' });
    send.setAttribute('data-first', '');
    const leave = asked ? button(texts.back, () => showForm()) : button(texts.cancel, close);
    show(content, h('div', { class: 'form-actions' }, leave, send));
  }

  /** The button goes before anything is sent: so a second click finds none. */
  async function doIt(it) {
    show(h('p', { class: 'waiting', role: 'status', tabindex: '-1', 'data-first': '' }, texts.act.sending));
    try {
      const answer = await perform(it);
      after();
      showDone(answer.json?.data);
    } catch (error) {
      if (error instanceof Unanswered) {
        showUnanswered(it);
      } else if (error instanceof Refused && error.status === 409) {
        showStale();
      } else {
        after();
        showRefused(error);
      }
    }
  }

  function showDone(data) {
    heading.textContent = texts.act.done;
    const end = button(texts.close, close, { kind: 'primary' });
    end.setAttribute('data-first', '');
    show(h('div', { role: 'status' }, done(data)), h('div', { class: 'form-actions' }, end));
  }

  function showUnanswered(it) {
    show(
      notice(texts.act.unanswered, 'warn'),
      h('div', { class: 'form-actions' }, button(texts.close, close), button(texts.act.findOut, () => doIt(it), { kind: 'primary' })),
    );
  }

  function showStale() {
    const refresh = button(texts.act.refresh, () => {
      close();
      after();
    }, { kind: 'primary' });
    show(notice(texts.act.stale, 'warn'), h('div', { class: 'form-actions' }, button(texts.cancel, close), refresh));
  }

  function showRefused(error) {
    if (asked) {
      showForm(error);
    } else {
      show(notice(error.message, 'bad'), h('div', { class: 'form-actions' }, button(texts.close, close, { kind: 'primary' })));
    }
  }

  async function begin() {
    if (asked) {
      showForm();
      return;
    }
    show(h('p', { class: 'waiting', role: 'status' }, texts.act.asking));
    try {
      await showQuestion({});
    } catch (error) {
      showRefused(error);
    }
  }

  document.body.append(dialog);
  dialog.showModal();
  begin();
}

/** The page may have been drawn anew meanwhile: then the button of the same id is the one, or else the page's heading. */
function focusAgain(opener) {
  const again = opener?.isConnected ? opener : opener?.id && document.getElementById(opener.id);
  if (again) {
    again.focus();
  } else if (!document.querySelector('main').contains(document.activeElement)) {
    document.querySelector('main h1')?.focus();
  }
}
