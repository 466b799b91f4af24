// A member's details: how they are named, asked for, and sent.

import { texts } from './texts.js';

const { fields, help } = texts.member;

export function memberName(member) {
  return member.full_name || member.email || member.mobile_phone || texts.member.unnamed;
}

/** The fields of a form, with what a member has. */
export function memberFields(member) {
  return [
    { name: 'first_name', label: fields.first_name, value: member.first_name },
    { name: 'last_name', label: fields.last_name, value: member.last_name },
    { name: 'email', label: fields.email, type: 'email', value: member.email, help: help.email },
    { name: 'mobile_phone', label: fields.mobile_phone, type: 'tel', value: member.mobile_phone },
    { name: 'birth_day', label: fields.birth_day, type: 'whole', value: member.birth_day },
    { name: 'birth_month', label: fields.birth_month, type: 'whole', value: member.birth_month },
    { name: 'birth_year', label: fields.birth_year, type: 'whole', value: member.birth_year, help: help.birth_year },
    { name: 'timezone', label: fields.timezone, value: member.timezone, help: help.timezone },
  ];
}

/** What of the form's values is not what the member has: a field that was emptied is null. */
export function memberBody(values, member) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => value !== String(member[name] ?? ''))
      .map(([name, value]) => [name, value === '' ? null : value]),
  );
}
