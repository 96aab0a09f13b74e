// Approve or reject a held run, with a note for the audit.
import { api } from './api.js';
import { button, el } from './dom.js';
import { attempt } from './notice.js';

export function decision(id, look) {
  const note = el('input', { id: 'note', name: 'note', maxlength: 300, autocomplete: 'off' });
  const decide = (word, done) => attempt(done, async () => {
    await api.decide(id, word, note.value.trim());
    await look();
  });
  return el('section', { class: 'decision', 'aria-label': 'Decision' },
    el('h2', {}, 'This run waits for your decision'),
    el('label', { for: 'note' }, 'Note (optional)'), note,
    el('p', { class: 'actions' },
      button('Approve', () => decide('approve', 'Approved: the run goes on.'), { id: 'approve' }),
      button('Reject', () => decide('reject', 'Rejected: the run becomes a dead letter.'), { id: 'reject', class: 'danger' })));
}
