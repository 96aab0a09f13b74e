// What could not be carried across, and what to do about it.
import { api } from './api.js';
import { el } from './dom.js';
import { pagedTable } from './tables.js';
import { spaced, time } from './words.js';

export const idOf = letter => letter.id ?? letter.runId;
export const failureOf = letter => letter.failure ?? letter;

const columns = [
  { title: 'key', cell: letter => el('a', { href: `#/dead-letters/${encodeURIComponent(idOf(letter))}` }, letter.key) },
  { title: 'class', cell: letter => el('span', { class: 'badge deadlettered' }, spaced(failureOf(letter).class)) },
  { title: 'step', cell: letter => `${letter.step ?? ''} (${failureOf(letter).connection ?? letter.flow})` },
  { title: 'message', cell: letter => failureOf(letter).message ?? '' },
  { title: 'cure', cell: letter => failureOf(letter).cure ?? '' },
  { title: 'owner', cell: letter => letter.owner ?? '' },
  { title: 'last', cell: letter => time(letter.lastAt) },
];

export async function showDeadLetters(place, _query, signal) {
  place.append(el('h1', {}, 'Dead letters'));
  place.append(await pagedTable('Open dead letters', columns, 'Nothing waits here: every record was carried across.',
    continuation => api.deadLetters({ continuation }, signal)));
}
