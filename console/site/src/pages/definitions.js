import { act, actsOfForm, perform } from '../acts.js';
import { openAct } from '../act-dialog.js';
import { all, read } from '../api.js';
import { changes, definitionFields, definitionValues, lasting } from '../definition-form.js';
import { h } from '../dom.js';
import { form } from '../form.js';
import { localDay, money, useCurrency } from '../format.js';
import { may } from '../session.js';
import { texts } from '../texts.js';
import { badge, button, empty, facts, linkButton, loading, pageHead, table, toast } from '../ui.js';

const words = texts.definitions;

/** All reward definitions. */
export function definitionsPage() {
  const place = h('div', {});
  loading(place, () => all('/rewards/definitions', 1_000), showAll);
  return h(
    'div',
    {},
    pageHead(words.title, words.intro, may('create-reward-definitions') && linkButton(words.new, '#/definitions/new', 'primary')),
    place,
  );
}

function showAll(definitions) {
  if (definitions.length === 0) {
    return empty(words.none);
  }
  useCurrency(definitions[0].currency);
  return h(
    'section',
    { class: 'card' },
    table(
      words.title,
      [[words.name], [words.type], [words.value, true], [words.lasts], [words.state]],
      definitions.map((definition) => [
        [h('a', { href: `#/definitions/${definition.id}` }, definition.name), h('span', { class: 'sub muted' }, definition.handle)],
        words.types[definition.type] ?? definition.type,
        money(definition.value),
        lasting(definition),
        states(definition),
      ]),
    ),
  );
}

function states(definition) {
  return [
    definition.is_published ? badge(words.published, 'good') : badge(words.hidden),
    !definition.is_assignable && [' ', badge(words.notAssignable)],
    definition.is_extendable && [' ', badge(words.extendable)],
  ];
}

/** The form of a new definition. */
export function newDefinitionPage() {
  const make = actsOfForm();
  const { element } = form({
    fields: definitionFields({ is_published: true, is_assignable: true, period_type: 'days', type: 'bonus' }),
    submit: words.create,
    onsubmit: async (values) => {
      const body = definitionValues(values);
      const { json } = await perform(make(words.label.create(body.name), 'POST', '/rewards/definitions', body));
      toast(words.created(json.data.name));
      location.hash = '#/definitions';
    },
  });
  return h('div', { class: 'narrow' }, pageHead(words.new), h('div', { class: 'card' }, element));
}

/** One definition: its form for whoever may change it, or else what it says. */
export function definitionPage(id) {
  const page = h('div', { class: 'narrow' });
  const path = `/rewards/definitions/${encodeURIComponent(id)}`;
  loading(page, () => read(path), (definition) => show(definition, path));
  return page;
}

function show(definition, path) {
  useCurrency(definition.currency);
  const remove = may('delete-reward-definitions') && button(words.delete, () => askToDelete(definition, path), { kind: 'danger quiet', id: 'delete' });
  return [
    pageHead([definition.name, ' ', states(definition)], null, remove),
    h('div', { class: 'card' }, may('update-reward-definitions') ? editor(definition, path) : reading(definition)),
  ];
}

function editor(definition, path) {
  const make = actsOfForm();
  let known = definition;
  return form({
    fields: definitionFields(definition),
    submit: words.save,
    onsubmit: async (values) => {
      const changed = changes(values, known);
      if (Object.keys(changed).length === 0) {
        toast(words.unchanged);
        return;
      }
      const { json } = await perform(make(words.label.save(known.name), 'PUT', path, changed));
      known = json.data;
      toast(words.saved);
    },
  }).element;
}

function reading(definition) {
  const told = ([name, value]) => [words.fields[name][0], value];
  return facts(
    [
      ['handle', definition.handle],
      ['type', words.types[definition.type] ?? definition.type],
      ['value', money(definition.value)],
      ['max_value', definition.max_value && money(definition.max_value)],
      ['period', lasting(definition)],
      ['starts_at', definition.starts_at && localDay(definition.starts_at)],
      ['ends_at', definition.ends_at && localDay(definition.ends_at)],
      ['short_description', definition.short_description],
      ['description', definition.description],
      ['long_description', definition.long_description && h('pre', {}, definition.long_description)],
      ['terms_conditions', definition.terms_conditions],
      ['earn_instructions', definition.earn_instructions],
      ['internal_notes', definition.internal_notes],
    ].map(told),
  );
}

function askToDelete(definition, path) {
  openAct({
    title: words.deleteTitle(definition.name),
    ask: () => h('p', {}, words.deleteAsk(definition.name)),
    confirm: () => words.deleteConfirm,
    danger: true,
    make: () => act(words.label.delete(definition.name), 'DELETE', path),
    done: () => h('p', {}, words.deleted(definition.name)),
    after: () => {
      toast(words.deleted(definition.name));
      location.hash = '#/definitions';
    },
  });
}
