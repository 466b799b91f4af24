// Whatever changes anything is an act: one request with one idempotency key. While it is not known what became of it the
// tab keeps it, so that the same request can be sent again: it then counts once, whether or not it had arrived.

import { Refused, Unanswered, send } from './api.js';

const OPEN = 'bilby.open-acts';
const PAUSES = [400, 1_200];

/** What is said before the key is looked at: of an act that was sent before, it tells nothing. */
const BEFORE_THE_KEY = [401, 403, 429, 503];

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
  const wasSent = kept().some(({ key }) => key === it.key);
  underWay.add(it.key);
  keep([...others(it), it]);
  try {
    const answer = await sentUntilAnswered(it, wasSent);
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

async function sentUntilAnswered(it, wasSent) {
  let mayHaveArrived = wasSent;
  for (const pause of PAUSES) {
    try {
      return await sent(it, mayHaveArrived);
    } catch (error) {
      if (!(error instanceof Unanswered)) {
        throw error;
      }
    }
    mayHaveArrived = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return sent(it, true);
}

async function sent(it, mayHaveArrived) {
  try {
    return await send(it.method, it.path, it);
  } catch (error) {
    if (mayHaveArrived && error instanceof Refused && BEFORE_THE_KEY.includes(error.status)) {
      throw new Unanswered();
    }
    throw error;
  }
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
