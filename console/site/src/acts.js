// Whatever changes anything is an act: one request with one idempotency key. While it is not known what became of it the
// tab keeps it, so that the same request can be sent again: it then counts once, whether or not it had arrived.

import { Unanswered, send } from './api.js';

const OPEN = 'bilby.open-acts';
const PAUSES = [400, 1_200];
const listeners = new Set();
const underWay = new Set();

/**
 * A new act, not sent yet.
 *
 * @param label what it does, for whoever finds it unanswered
 */
export function act(label, method, path, body) {
  return { key: crypto.randomUUID(), label, method, path, body };
}

/** Makes the acts of one form: the same request once more is the same act, for the first may have arrived unanswered. */
export function actsOfForm() {
  let last;
  return (label, method, path, body) => {
    if (!last || JSON.stringify([last.method, last.path, last.body]) !== JSON.stringify([method, path, body])) {
      last = act(label, method, path, body);
    }
    return last;
  };
}

/**
 * Sends an act, again where there is no answer. Once it is answered it is done with, whatever the answer.
 *
 * @throws Refused where the answer is that nothing has moved
 * @throws Unanswered where there is still none; the act stays open
 */
export async function perform(it) {
  underWay.add(it.key);
  keep([...others(it), it]);
  try {
    const answer = await sentUntilAnswered(it);
    keep(others(it));
    return answer;
  } catch (error) {
    if (!(error instanceof Unanswered)) {
      keep(others(it));
    }
    throw error;
  } finally {
    underWay.delete(it.key);
    listeners.forEach((listener) => listener());
  }
}

async function sentUntilAnswered(it) {
  for (const pause of PAUSES) {
    try {
      return await send(it.method, it.path, it);
    } catch (error) {
      if (!(error instanceof Unanswered)) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return send(it.method, it.path, it);
}

/** The acts that were sent, of which nothing has been heard and nothing is awaited. */
export function unanswered() {
  return kept().filter((it) => !underWay.has(it.key));
}

/** Has this called whenever {@link unanswered} may have changed. */
export function onUnanswered(listener) {
  listeners.add(listener);
}

function others(it) {
  return kept().filter((other) => other.key !== it.key);
}

function kept() {
  return JSON.parse(sessionStorage.getItem(OPEN) ?? '[]');
}

function keep(acts) {
  sessionStorage.setItem(OPEN, JSON.stringify(acts));
}
