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

const ROUTES = [
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

/** The page of a fragment such as #/members/7c9e6679: {page, title}. */
export function route(fragment) {
  const [path, query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0) {
    return home();
  }
  for (const [pattern, title, page] of ROUTES) {
    const wanted = pattern.split('/');
    if (wanted.length === parts.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index])) {
      const given = parts.filter((ignored, index) => wanted[index].startsWith(':')).map(decodeURIComponent);
      return { page: page(given, new URLSearchParams(query)), title };
    }
  }
  return { page: failure(new Error(texts.errors.notFound)), title: texts.errors.title };
}

/** The first page that the token may see. */
function home() {
  if (may('read-reports')) {
    return { page: overviewPage(), title: texts.nav.overview };
  }
  if (may('read-profiles')) {
    return { page: membersPage(''), title: texts.nav.members };
  }
  if (may('read-reward-definitions')) {
    return { page: definitionsPage(), title: texts.nav.definitions };
  }
  return { page: failure(new Error(texts.errors.forbidden)), title: '' };
}
