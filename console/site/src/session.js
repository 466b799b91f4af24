// Who is signed in: a token, in this tab only, and what it may do.

const TOKEN = 'bilby.token';
const listeners = new Set();

let scopes = new Set();
let name = '';

/** The token's secret, or null. */
export function token() {
  return sessionStorage.getItem(TOKEN);
}

export function tokenName() {
  return name;
}

/** Keeps a secret, until what it may do is known by {@link began} or {@link end}. */
export function remember(secret) {
  sessionStorage.setItem(TOKEN, secret);
}

/** The token as the API shows it. */
export function began(shown) {
  scopes = new Set(shown.scopes);
  name = shown.name;
}

/** Forgets the token, and whatever else the tab has kept. */
export function end(reason) {
  sessionStorage.clear();
  scopes = new Set();
  name = '';
  listeners.forEach((listener) => listener(reason));
}

export function onEnd(listener) {
  listeners.add(listener);
}

/** Whether the token has all of these scopes. */
export function may(...wanted) {
  return wanted.every((scope) => scopes.has('*') || scopes.has(scope));
}
