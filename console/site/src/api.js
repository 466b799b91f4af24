// The public API, and nothing else, is what the console knows of Bilby.

import { end, token } from './session.js';
import { texts } from './texts.js';

const ROOT = '/api/v3';

/** Longer than the gateway waits for a function. */
const PATIENCE = 35_000;

/** The API has said no, and nothing has moved. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.message ?? texts.errors.status(status));
    this.status = status;
    this.errors = body?.errors ?? {};
  }
}

/** There was no answer that says whether anything has moved. */
export class Unanswered extends Error {
  constructor() {
    super(texts.errors.unanswered);
  }
}

/** The data of what is read. */
export async function read(path) {
  return (await list(path)).data;
}

/** A list's whole answer: {data, links, meta}. */
export async function list(path) {
  return (await send('GET', path, {})).json;
}

/** What is read, or null where there is none. */
export async function readOrNull(path) {
  try {
    return await read(path);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) {
      return null;
    }
    throw error;
  }
}

/** The rows of a list from its first page to its last, up to so many. */
export async function all(path, most) {
  const rows = [];
  let next = `${path}${path.includes('?') ? '&' : '?'}page[size]=100`;
  while (next && rows.length < most) {
    const page = await list(next);
    rows.push(...page.data);
    next = nextOf(page);
  }
  return rows;
}

/** The path of the page after this one, or null. */
export function nextOf({ links }) {
  const url = links.next && new URL(links.next, location.href);
  return url && url.pathname.slice(ROOT.length) + url.search;
}

/** The token that is signed in with, as the API shows it. */
export async function currentToken() {
  return (await send('GET', '/auth/api-tokens/current', { isSignIn: true })).json;
}

/**
 * One request.
 *
 * @param body an object, or nothing
 * @param key its idempotency key, or nothing
 * @param isSignIn whether the token is only being tried: a refusal then ends no session
 * @throws Refused where the answer is that nothing has moved
 * @throws Unanswered where there is no answer, or none that says whether anything has
 */
export async function send(method, path, { body, key, isSignIn = false }) {
  const headers = { Authorization: `Bearer ${token()}` };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (key) {
    headers['Idempotency-Key'] = key;
  }
  let response;
  let text;
  try {
    response = await fetch(ROOT + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await response.text();
  } catch {
    throw new Unanswered();
  }
  if (response.status === 401 && !isSignIn) {
    end(texts.signIn.ended);
  }
  return judged(response, parsed(text));
}

function judged(response, json) {
  if (response.ok) {
    return { status: response.status, json, replayed: response.headers.has('Idempotent-Replayed') };
  }
  // Only a 503 that says when to come again is Bilby's own, and means that nothing has moved.
  if (response.status >= 500 && !(response.status === 503 && response.headers.has('Retry-After'))) {
    throw new Unanswered();
  }
  throw new Refused(response.status, json);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

