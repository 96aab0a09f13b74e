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
    ways(id, letter.actions ?? []),
    about(letter, id),
    notes(letter.notes ?? []));
}

/** What can be done. The API says of some actions why they are not available now; the button then says so too. */
function ways(id, offers) {
  const place = el('div', { class: 'actions' });
  const offered = name => offers.find(offer => offer.name === name);
  const resubmit = from => async () => {
    let run = id;
    const words = 'Resubmitted: the run goes through its flow again.';
    if (!await attempt(words, async () => { run = (await api.resubmit(id, from))?.id ?? id; })) return;
    place.replaceChildren(el('a', { href: `#/runs/${encodeURIComponent(run)}` }, 'Watch its run'));
  };
  const close = async () => {
    const sure = await confirmed('Close this dead letter?',
      'Nothing more is carried across for this record. Close it only when it was taken care of elsewhere.', 'Close it');
    if (!sure || !await attempt('Closed.', () => api.close(id))) return;
    place.replaceChildren(el('a', { href: '#/dead-letters' }, 'Back to the open list'));
  };
  place.append(...way('Resubmit', resubmit(), offered('resubmit'), { id: 'resubmit' }));
  if (offered('resubmit-from-step')) {
    place.append(...way('Resubmit from the failed step', resubmit('step'), offered('resubmit-from-step'), { class: 'quiet' }));
  }
  place.append(button('Close', close, { id: 'close', class: 'danger' }));
  return place;
}

function way(text, work, offer, attributes) {
  const why = offer?.available === false && offer.why;
  return [button(text, work, { ...attributes, disabled: Boolean(why) }), why && el('span', { class: 'why' }, why)].filter(Boolean);
}

function notes(written) {
  return written.length === 0 ? '' : el('section', {}, el('h2', {}, 'Notes'),
    el('ul', {}, written.map(note => el('li', {}, time(note.at), ` ${note.by}: ${note.text}`))));
}

function about(letter, id) {
  const failure = failureOf(letter);
  const run = letter.latestRun ?? id;
  return facts([
    ['step', spaced(letter.step)],
    ['connection', failure.connection],
    ['operation', failure.operation],
    ['code', failure.code && el('code', {}, failure.code)],
    ['field', failure.field && el('code', {}, failure.field)],
    ['may have been written', failure.effectUnknown ? 'yes: the answer was lost' : null],
    ['owner', letter.owner],
    ['flow', letter.flow],
    ['run', el('a', { href: `#/runs/${encodeURIComponent(run)}` }, run)],
    ['attempts', letter.attempts],
    ['payload', letter.payload && el('code', {}, letter.payload)],
    ['ended here', letter.occurrences && `${letter.occurrences} x`],
    ['first', time(letter.firstAt)],
    ['last', time(letter.lastAt)],
  ]);
}
