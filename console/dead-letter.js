// One dead letter: what happened, the cure, and the two ways out.
import { api } from './api.js';
import { confirmed } from './confirm.js';
import { failureOf } from './dead-letters.js';
import { button, el } from './dom.js';
import { attempt } from './notice.js';
import { facts } from './tables.js';
import { spaced, time } from './words.js';

export async function showDeadLetter(place, id, signal) {
  const letter = await api.deadLetter(id, signal);
  place.append(
    el('h1', {}, letter.key, ' ', el('span', { class: 'badge deadlettered' }, spaced(failureOf(letter).class))),
    el('p', { class: 'message' }, failureOf(letter).message ?? ''),
    el('p', { class: 'cure' }, el('strong', {}, 'Cure: '), failureOf(letter).cure || 'none is known'),
    ways(id),
    about(letter, id));
}

function ways(id) {
  const place = el('p', { class: 'actions' });
  const end = () => place.replaceChildren(el('a', { href: '#/dead-letters' }, 'Back to the open list'));
  const resubmit = async () => {
    if (await attempt('Resubmitted: the run goes through its flow again.', () => api.resubmit(id))) {
      place.replaceChildren(el('a', { href: `#/runs/${encodeURIComponent(id)}` }, 'Watch its run'));
    }
  };
  const close = async () => {
    const sure = await confirmed('Close this dead letter?',
      'Nothing more is carried across for this record. Close it only when it was taken care of elsewhere.', 'Close it');
    if (sure && await attempt('Closed.', () => api.close(id))) end();
  };
  place.append(button('Resubmit', resubmit, { id: 'resubmit' }), button('Close', close, { id: 'close', class: 'danger' }));
  return place;
}

function about(letter, id) {
  const failure = failureOf(letter);
  return facts([
    ['step', letter.step],
    ['connection', failure.connection],
    ['operation', failure.operation],
    ['code', failure.code && el('code', {}, failure.code)],
    ['field', failure.field && el('code', {}, failure.field)],
    ['may have been written', failure.effectUnknown ? 'yes: the answer was lost' : null],
    ['owner', letter.owner],
    ['flow', letter.flow],
    ['run', el('a', { href: `#/runs/${encodeURIComponent(id)}` }, id)],
    ['payload', letter.payload && el('code', {}, letter.payload)],
    ['ended here', letter.occurrences && `${letter.occurrences} x`],
    ['first', time(letter.firstAt)],
    ['last', time(letter.lastAt)],
  ]);
}
