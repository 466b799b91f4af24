// A reward definition: how it is asked for, explained, and sent.

import { fromInput, toInput } from './format.js';
import { texts } from './texts.js';

const words = texts.definitions;

/** How long its rewards last, in words. */
export function lasting(definition) {
  return words.periods[definition.period_type](definition.period, definition.absolute_expiry);
}

/** The fields of a form, each with its explanation, with what a definition has. */
export function definitionFields(definition) {
  const field = (name, more = {}) => ({
    name,
    label: words.fields[name][0],
    help: words.fields[name][1],
    value: shown(definition, name),
    ...more,
  });
  return [
    {
      group: words.groups.what,
      fields: [
        field('name', { required: true }),
        field('handle', { required: true }),
        field('type', { type: 'select', options: Object.entries(words.types) }),
        field('value', { type: 'amount', required: true }),
        field('max_value', { type: 'amount' }),
      ],
    },
    {
      group: words.groups.lasting,
      fields: [
        field('period', { type: 'whole', required: true }),
        field('period_type', { type: 'select', options: Object.entries(words.units) }),
        field('absolute_expiry', { type: 'moment', required: true, shown: ({ period_type }) => period_type === 'absolute_date' }),
        field('is_extendable', { type: 'check' }),
        field('extend_days', { type: 'whole', shown: ({ is_extendable }) => is_extendable }),
      ],
    },
    {
      group: words.groups.issuing,
      fields: [
        field('is_published', { type: 'check' }),
        field('is_assignable', { type: 'check' }),
        field('starts_at', { type: 'moment' }),
        field('ends_at', { type: 'moment' }),
      ],
    },
    {
      group: words.groups.words,
      fields: [
        field('short_description'),
        field('description', { type: 'area' }),
        field('long_description', { type: 'area' }),
        field('terms_conditions', { type: 'area' }),
        field('earn_instructions', { type: 'area' }),
      ],
    },
    { group: words.groups.inside, fields: [field('internal_notes', { type: 'area' }), field('tags')] },
  ];
}

const MOMENTS = ['absolute_expiry', 'starts_at', 'ends_at'];

function shown(definition, name) {
  const value = definition[name];
  if (MOMENTS.includes(name)) {
    return toInput(value);
  }
  return name === 'tags' ? (value ?? []).join(', ') : value;
}

/** What the form's values are to the API: what was left empty is not sent. */
export function definitionValues(values) {
  return Object.fromEntries(Object.entries(sent(values)).filter(([, value]) => value !== null));
}

/** What of the form's values is not what the definition has: a field that was emptied is null. */
export function changes(values, definition) {
  const before = sent(Object.fromEntries(Object.keys(values).map((name) => [name, asShown(definition, name)])));
  return Object.fromEntries(Object.entries(sent(values)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}

function asShown(definition, name) {
  const value = shown(definition, name);
  return typeof value === 'boolean' ? value : String(value ?? '');
}

function sent(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, one(name, value)]));
}

function one(name, value) {
  if (name === 'tags') {
    return value.split(',').map((tag) => tag.trim()).filter(Boolean);
  }
  if (value === '') {
    return null;
  }
  return MOMENTS.includes(name) ? fromInput(value) : value;
}
