// Who looks after a dead letter, and what people wrote about it.
import { api } from './api.js';
import { el } from './dom.js';
import { field } from './fields.js';
import { attempt } from './notice.js';
import { time } from './words.js';

export function owner(id, letter, offer, again) {
  const name = el('input', { id: 'owner', name: 'owner', required: true, maxlength: 100, value: letter.owner, autocomplete: 'off' });
  const assign = () => attempt(`Given to ${name.value.trim()}.`, () => api.assign(id, name.value.trim()));
  return form('Owner', name, 'Assign', 'assign', offer, assign, again);
}

export function notes(id, letter, offer, again) {
  const text = el('textarea', { id: 'text', name: 'text', required: true, maxlength: 1000, rows: 2 });
  const write = () => attempt('Noted.', () => api.note(id, text.value.trim()));
  return el('div', {},
    el('ul', { class: 'notes' }, (letter.notes ?? []).map(note =>
      el('li', {}, el('span', { class: 'hint' }, time(note.at), ` ${note.by.replace(/^operator:/, '')}`), note.text))),
    form('Note (no names or addresses of customers, please)', text, 'Write', 'write', offer, write, again));
}

function form(label, input, action, id, offer, work, again) {
  const closed = offer && !offer.available;
  input.disabled = closed;
  const submit = async event => {
    event.preventDefault();
    if (await work()) again();
  };
  return el('form', { class: 'care', onsubmit: submit }, field(label, input),
    el('button', { type: 'submit', id, class: 'quiet', disabled: closed }, action), closed && el('span', { class: 'why' }, offer.why));
}
