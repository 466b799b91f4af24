// Which page an address shows. Addresses are fragments, so that any web server can serve the console's files.

import { birthdayRunPage, birthdaysPage } from './pages/birthdays.js';
import { definitionPage, definitionsPage, newDefinitionPage } from './pages/definitions.js';
import { memberPage } from './pages/member.js';
import { membersPage, newMemberPage } from './pages/members.js';
import { overviewPage } from './pages/overview.js';
import { salePage } from './pages/sale.js';
import { may } from './session.js';
import { texts } from './texts.js';
import { failure } from './ui.js';

const PLACES = [
  ['#/overview', texts.nav.overview, 'read-reports'],
  ['#/members', texts.nav.members, 'read-profiles'],
  ['#/definitions', texts.nav.definitions, 'read-reward-definitions'],
  ['#/birthdays', texts.nav.birthdays, 'read-settings'],
];

const ROUTES = [
  ['overview', texts.nav.overview, () => overviewPage()],
  ['members', texts.nav.members, (ignored, query) => membersPage(query.get('q') ?? '')],
  ['members/new', texts.member.new, () => newMemberPage()],
  ['members/:id', texts.nav.members, ([id]) => memberPage(id)],
  ['sales/:id', texts.sale.title(''), ([id]) => salePage(id)],
  ['definitions', texts.nav.definitions, () => definitionsPage()],
  ['definitions/new', texts.definitions.new, () => newDefinitionPage()],
  ['definitions/:id', texts.nav.definitions, ([id]) => definitionPage(id)],
  ['birthdays', texts.nav.birthdays, () => birthdaysPage()],
  ['birthdays/:date', texts.nav.birthdays, ([date]) => birthdayRunPage(date)],
];

/** Where the token may go, the first of them its home: [[address, name, scope]]. */
export function places() {
  return PLACES.filter(([, , scope]) => may(scope));
}

/** The page of a fragment such as #/members/7c9e6679: {page, title, place}. */
export function route(fragment) {
  const [path, query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0) {
    return home();
  }
  for (const [pattern, title, page] of ROUTES) {
    const wanted = pattern.split('/');
    if (wanted.length === parts.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index])) {
      const given = parts.filter((ignored, index) => wanted[index].startsWith(':')).map(decoded);
      return { page: page(given, new URLSearchParams(query)), title, place: `#/${parts[0]}` };
    }
  }
  return { page: failure(new Error(texts.errors.notFound)), title: texts.errors.title };
}

/** An address that somebody has mistyped may have escapes that are none. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function home() {
  const [first] = places();
  return first ? route(first[0]) : { page: failure(new Error(texts.errors.forbidden)), title: texts.errors.title };
}
