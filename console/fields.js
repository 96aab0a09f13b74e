// Labelled inputs, the same on every page.
import { el } from './dom.js';

export function field(label, input) {
  return el('label', {}, el('span', {}, label), input);
}

export const text = (name, label, value = '', attributes = {}) =>
  field(label, el('input', { name, value, autocomplete: 'off', maxlength: 200, ...attributes }));

/** options: [value, words] pairs. A chosen value that is not among them is offered, too. */
export function choice(name, label, options, chosen = '') {
  const known = options.some(([value]) => value.toLowerCase() === chosen.toLowerCase());
  return field(label, el('select', { name }, [...options, ...known ? [] : [[chosen, chosen]]].map(([value, words]) =>
    el('option', { value, selected: value.toLowerCase() === chosen.toLowerCase() }, words))));
}

/** Filters that become the address of the page, so that it can be kept and sent to a colleague. */
export function filters(page, ...inputs) {
  const form = el('form', { class: 'filters', onchange: apply, onsubmit: apply }, ...inputs);
  function apply(event) {
    event.preventDefault();
    const given = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
    location.hash = given.length ? `#/${page}?${new URLSearchParams(given)}` : `#/${page}`;
  }
  return form;
}
