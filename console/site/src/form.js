// Forms: labelled fields with their explanation below them, and what the API refuses beside the field that it names.

import { fill, h, newId } from './dom.js';
import { texts } from './texts.js';

/**
 * A form.
 *
 * @param fields [{name, label, help, type, required, value, options, shown}], or {group, fields}; a type is text, amount,
 *     whole, email, tel, area, moment, select or check; shown tells by the values whether a field is wanted
 * @param submit the text of the button
 * @param others what stands beside it
 * @param onsubmit is given the values as texts and truths; what it throws is shown
 */
export function form({ fields, submit, others = [], onsubmit }) {
  const flat = fields.flatMap((field) => field.fields ?? [field]).map(made);
  const summary = h('div', { class: 'form-error', role: 'alert', hidden: true });
  const button = h('button', { type: 'submit', class: 'button primary' }, submit);
  const byName = new Map(flat.map((field) => [field.name, field]));
  const place = (field) => byName.get(field.name).element;
  let isBusy = false;

  const element = h(
    'form',
    {
      class: 'form',
      oninput: update,
      onsubmit: async (event) => {
        event.preventDefault();
        if (isBusy) {
          return;
        }
        isBusy = true;
        button.disabled = true;
        showErrors({}, '');
        try {
          await onsubmit(values());
        } catch (error) {
          showErrors(error.errors ?? {}, error.message);
        } finally {
          isBusy = false;
          button.disabled = false;
        }
      },
    },
    summary,
    fields.map((field) =>
      field.fields ? h('fieldset', {}, h('legend', {}, field.group), h('div', { class: 'fields' }, field.fields.map(place))) : place(field),
    ),
    h('div', { class: 'form-actions' }, others, button),
  );

  function values() {
    return Object.fromEntries(flat.map((field) => [field.name, field.value()]));
  }

  function update() {
    const now = values();
    flat.forEach((field) => field.update(now));
  }

  /** What no field of the form stands for is told above it. */
  function showErrors(errors, message) {
    const others = Object.entries(errors).filter(([name]) => !byName.has(name));
    flat.forEach((field) => field.showError(errors[field.name]?.[0] ?? ''));
    const told = Object.keys(errors).length > 0 ? others.flatMap(([, sentences]) => sentences) : [message].filter(Boolean);
    summary.hidden = told.length === 0;
    fill(summary, told.map((sentence) => h('p', {}, sentence)));
    const first = flat.find((field) => errors[field.name]);
    if (first) {
      first.input.focus();
    }
  }

  update();
  return { element, values, showErrors, input: (name) => byName.get(name).input, update };
}

function made(field) {
  const id = newId();
  const helpId = newId();
  const errorId = newId();
  const input = inputOf(field, id);
  const help = h('p', { class: 'help', id: helpId });
  const error = h('p', { class: 'field-error', id: errorId, hidden: true });
  input.setAttribute('aria-describedby', `${helpId} ${errorId}`);
  const mark = field.required || field.type === 'check' || field.type === 'select' ? null : h('span', { class: 'muted' }, ` (${texts.optional})`);
  const label = h('label', { for: id }, field.label, mark);
  const element = h(
    'div',
    { class: `field field-${field.type ?? 'text'}` },
    field.type === 'check' ? [h('div', { class: 'check-line' }, input, label)] : [label, input],
    help,
    error,
  );
  return {
    name: field.name,
    input,
    element,
    value: () => (field.type === 'check' ? input.checked : input.disabled ? '' : input.value.trim()),
    update(values) {
      const text = typeof field.help === 'function' ? field.help(values) : (field.help ?? '');
      help.textContent = text;
      help.hidden = text === '';
      element.hidden = field.shown ? !field.shown(values) : false;
      input.disabled = element.hidden;
    },
    showError(sentence) {
      error.textContent = sentence;
      error.hidden = sentence === '';
      if (sentence) {
        input.setAttribute('aria-invalid', 'true');
      } else {
        input.removeAttribute('aria-invalid');
      }
    },
  };
}

function inputOf(field, id) {
  const common = { id, name: field.name, required: field.required, autocomplete: field.autocomplete ?? 'off' };
  const value = field.value ?? '';
  switch (field.type) {
    case 'select':
      return selected(h('select', common, field.options.map(([key, text]) => h('option', { value: key }, text))), value);
    case 'area':
      return filled(h('textarea', { ...common, rows: '3' }), value);
    case 'check':
      return h('input', { ...common, type: 'checkbox', required: false, checked: Boolean(value) });
    case 'moment':
      return h('input', { ...common, type: 'datetime-local', step: '1', value });
    case 'amount':
      return h('input', { ...common, type: 'text', inputmode: 'decimal', value });
    case 'whole':
      return h('input', { ...common, type: 'text', inputmode: 'numeric', value });
    default:
      return h('input', { ...common, type: field.type ?? 'text', value });
  }
}

function selected(select, value) {
  if (value !== '') {
    select.value = value;
  }
  return select;
}

function filled(area, value) {
  area.value = value;
  return area;
}
