// One dead letter: what happened, the cure, the record, and the ways out.
import { api } from './api.js';
import { causeWords, failureOf } from './dead-letters.js';
import { el } from './dom.js';
import { notes, owner } from './care.js';
import { amountsIn } from './money.js';
import { recordCard } from './record.js';
import { facts } from './tables.js';
import { flowWord, spaced, time } from './words.js';
import { ways } from './ways.js';

export async function showDeadLetter(place, id, signal) {
  const letter = await api.deadLetter(id, signal);
  const again = () => dispatchEvent(new Event('isthmus:changed'));
  const offer = name => (letter.actions ?? []).find(action => action.name === name);
  place.append(
    el('h1', {}, letter.key, ' ', letter.closed
      ? el('span', { class: 'badge done' }, 'closed')
      : el('span', { class: 'badge deadlettered' }, spaced(failureOf(letter).class))),
    el('p', { class: 'message' }, amountsIn(failureOf(letter).message)),
    el('p', { class: 'cure' }, el('strong', {}, 'Cure: '), failureOf(letter).cure || 'none is known'),
    ways(id, offer),
    el('div', { class: 'columns' },
      el('section', { class: 'card', 'aria-label': 'What happened' }, el('h2', {}, 'What happened'), about(letter, id)),
      el('section', { class: 'card', 'aria-label': 'Who looks after it' },
        el('h2', {}, 'Who looks after it'), owner(id, letter, offer('assign'), again), notes(id, letter, offer('note'), again))),
    await recordCard(id, offer('edit'), signal));
}

function about(letter, id) {
  const failure = failureOf(letter);
  const run = letter.latestRun ?? id;
  return facts([
    ['failed at', spaced(letter.step)],
    ['connection', failure.connection],
    ['operation', failure.operation],
    ['code', failure.code && el('code', {}, failure.code)],
    ['field', failure.field && el('code', {}, failure.field)],
    ['may have been written', failure.effectUnknown ? 'yes: the answer was lost' : null],
    ['flow', flowWord(letter.flow)],
    ['run', el('a', { href: `#/runs/${encodeURIComponent(run)}` }, run)],
    ['audit', el('a', { href: `#/audit?${new URLSearchParams({ key: letter.runId ?? id })}` }, 'What became of this record')],
    ['others like it', el('a', { href: `#/dead-letters?${new URLSearchParams({ cause: letter.cause })}` }, causeWords(letter))],
    ['attempts', letter.attempts],
    ['ended here', letter.occurrences && `${letter.occurrences} x`],
    ['first', time(letter.firstAt)],
    ['last', time(letter.lastAt)],
  ]);
}
