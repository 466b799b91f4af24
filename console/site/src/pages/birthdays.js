import { list, read } from '../api.js';
import { h } from '../dom.js';
import { count, localDay, moment } from '../format.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, card, empty, facts, loading, pageHead, table } from '../ui.js';

const words = texts.birthdays;

/** The runs of birthday rewards, the latest first. */
export function birthdaysPage() {
  const place = h('div', {});
  loading(place, () => list('/birthday-runs?page[size]=60'), showRuns);
  return h('div', {}, pageHead(words.title, words.intro), place);
}

function showRuns({ data }) {
  if (data.length === 0) {
    return empty(words.none);
  }
  return h(
    'section',
    { class: 'card' },
    table(
      words.title,
      [[words.date], [words.issued, true], [words.failed, true], [words.skipped, true], [words.alreadyHad, true]],
      data.map((run) => [
        [h('a', { href: `#/birthdays/${run.date}` }, localDay(run.date)), h('span', { class: 'sub' }, state(run))],
        count(run.issued),
        run.failed > 0 ? badge(count(run.failed), 'bad') : count(0),
        count(run.skipped),
        count(run.already_had),
      ]),
    ),
  );
}

function state({ parts }) {
  return parts.done >= parts.planned ? badge(words.ended, 'good') : badge(words.running, 'warn');
}

/** What came of the birthdays of one date. */
export function birthdayRunPage(date) {
  const page = h('div', {});
  loading(page, () => read(`/birthday-runs/${encodeURIComponent(date)}`), showRun);
  return page;
}

function showRun(run) {
  return [
    pageHead([words.run(run.date), ' ', state(run)]),
    h(
      'section',
      { class: 'card figures' },
      [
        [words.planned, run.planned],
        [words.issued, run.issued],
        [words.alreadyHad, run.already_had],
        [words.skipped, run.skipped],
        [words.failed, run.failed],
      ].map(([name, value]) => h('div', { class: 'figure' }, h('p', { class: 'hero small' }, count(value)), h('p', { class: 'muted' }, name))),
    ),
    run.skipped > 0 &&
      card(words.why, null, facts(Object.entries(run.skipped_reasons).map(([reason, number]) => [words.reasons[reason] ?? reason, count(number)]))),
    card(words.problems, null, run.problems.length > 0 ? problems(run) : empty(words.noProblems)),
    h(
      'section',
      { class: 'card' },
      facts([
        [words.progress, words.of(run.parts.done, run.parts.planned)],
        [words.updated, moment(run.updated_at)],
      ]),
    ),
  ];
}

function problems(run) {
  return table(
    words.problems,
    [[words.member], [words.definition], [words.reason]],
    run.problems.map((problem) => [
      may('read-profiles') ? h('a', { href: `#/members/${problem.profile_id}` }, problem.profile_id) : problem.profile_id,
      `#${problem.reward_definition_id}`,
      words.reasons[problem.reason] ?? problem.reason,
    ]),
  );
}
