// How many runs of each flow stand in each state, now.
import { api } from './api.js';
import { el, refill } from './dom.js';
import { refresh } from './refresh.js';
import { table } from './tables.js';
import { stateOf, states, stateWord } from './words.js';

export async function showOverview(place, _query, signal) {
  const tiles = el('div', { class: 'tiles' });
  const flows = el('div', { class: 'scroll' });
  place.append(el('h1', {}, 'Overview'), tiles, flows);
  const look = async () => {
    const summary = (await api.summary(signal)).map(inOneSpelling);
    refill(tiles, [
      tile(summary, 'held', 'wait for your decision', '#/runs?state=held'),
      tile(summary, 'deadlettered', 'could not be carried across', '#/dead-letters'),
      tile(summary, 'running', 'are under way', '#/runs?state=running'),
    ]);
    refill(flows, table('Runs by flow and state', columns(summary), summary).node);
  };
  await look();
  refresh(signal, look);
}

const inOneSpelling = ({ flow, counts }) =>
  ({ flow, counts: Object.fromEntries(Object.entries(counts).map(([state, count]) => [stateOf(state), count])) });

function tile(summary, state, words, first) {
  const counted = summary.filter(({ counts }) => counts[state]);
  const total = counted.reduce((sum, { counts }) => sum + counts[state], 0);
  const target = state === 'deadlettered' || counted.length === 0 ? first : runsLink(counted[0].flow, state);
  return el('a', { class: `tile ${total ? state : 'none'}`, href: target }, el('strong', {}, total), ` ${words}`);
}

function columns(summary) {
  const unknown = summary.flatMap(({ counts }) => Object.keys(counts)).filter(state => !states.includes(state));
  return [
    { title: 'flow', cell: ({ flow }) => el('a', { href: runsLink(flow) }, flow) },
    ...[...states, ...new Set(unknown)].map(state => ({
      title: stateWord(state),
      number: true,
      cell: ({ flow, counts }) => counts[state] ? el('a', { href: runsLink(flow, state) }, counts[state]) : el('span', { class: 'zero' }, '0'),
    })),
  ];
}

function runsLink(flow, state) {
  return `#/runs?${new URLSearchParams(state ? { flow, state } : { flow })}`;
}
