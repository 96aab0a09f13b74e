// What needs a person now, what went through in the last hour, and whether everything that came in is accounted for.
import { api } from './api.js';
import { balanceTable, runsLink } from './balance.js';
import { el, refill } from './dom.js';
import { lastHour } from './last-hour.js';
import { refresh } from './refresh.js';
import { counted, flowWord } from './words.js';

const HOUR_EVERY = 15;

export async function showOverview(place, _query, signal) {
  const tiles = el('div', { class: 'tiles' });
  const hour = el('section', { 'aria-label': 'The last hour' });
  const balance = el('section', { 'aria-label': 'Balance' });
  place.append(el('h1', {}, 'Overview'), el('h2', {}, 'Needs a person now'), tiles, hour, balance);
  let looks = 0;
  const look = async () => {
    const [counts, groups, connections] = await Promise.all([api.balance(signal), api.groups({}, signal), api.connections(signal)]);
    refill(tiles, needs(counts, groups, connections));
    refill(balance, el('h2', {}, 'Balance'), balanceTable(counts));
    if (looks++ % HOUR_EVERY === 0) refill(hour, el('h2', {}, 'The last hour'), await lastHour(signal));
  };
  await look();
  refresh(signal, look);
}

function needs({ flows, balanced }, groups, connections) {
  const tiles = [
    ...flows.filter(flow => flow.held).map(flow =>
      tile('held', flow.held, `${flow.held === 1 ? 'waits' : 'wait'} for your decision: ${flowWord(flow.flow)}`, runsLink(flow.flow, 'held'))),
    ...[...byOwner(groups)].map(([owner, count]) =>
      tile('deadlettered', count, `could not be carried across, for ${owner}`, `#/dead-letters?${new URLSearchParams({ owner })}`)),
    ...connections.filter(({ circuit }) => circuit && circuit.state !== 'flowing').map(({ id, circuit }) =>
      tile('held', id, `is paused: ${circuit.reason ?? 'no reason is known'}`, '#/connections')),
    ...balanced ? [] : [tile('deadlettered', 'Balance', 'does not agree: see below and call support', '#/')],
  ];
  return tiles.length > 0 ? tiles : el('p', { class: 'calm' }, 'Nothing. Everything goes its way.');
}

function byOwner(groups) {
  const owners = new Map();
  for (const group of groups)
    for (const [owner, count] of Object.entries(group.owners ?? { [counted(group.count, 'record')]: group.count }))
      owners.set(owner, (owners.get(owner) ?? 0) + count);
  return owners;
}

function tile(state, figure, words, target) {
  return el('a', { class: `tile ${state}`, href: target }, el('strong', {}, figure), ` ${words}`);
}
