// Asks once for the function key and the operator's name.
import { api } from './api.js';
import { el } from './dom.js';
import { complain, hush } from './notice.js';
import { session } from './session.js';

export function showSignIn(main, done, signal) {
  const operator = el('input', {
    id: 'name', name: 'name', required: true, maxlength: 60, autocomplete: 'name', 'aria-describedby': 'name-hint',
  });
  const key = el('input', {
    id: 'key', name: 'key', type: 'password', required: true, autocomplete: 'off', 'aria-describedby': 'key-hint',
  });
  operator.value = session.operator;
  const form = el('form', { class: 'sign-in', onsubmit: submit },
    el('h1', {}, 'Sign in'),
    el('label', { for: 'name' }, 'Your name'), operator,
    el('p', { class: 'hint', id: 'name-hint' }, 'Is written into the audit beside what you decide.'),
    el('label', { for: 'key' }, 'Function key'), key,
    el('p', { class: 'hint', id: 'key-hint' }, 'Stays in this tab. Locally: "default" in .isthmus/keys.json.'),
    el('button', { type: 'submit' }, 'Sign in'));
  main.replaceChildren(form);
  (operator.value ? key : operator).focus();

  async function submit(event) {
    event.preventDefault();
    session.begin(key.value.trim(), operator.value.trim());
    try {
      await api.connections(signal);
    } catch (refusal) {
      session.end();
      complain(refusal.message);
      key.focus();
      return;
    }
    hush();
    done();
  }
}
