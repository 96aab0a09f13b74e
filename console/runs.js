// Runs by business key, or by flow, state and time; newest first.
import { api } from './api.js';
import { el } from './dom.js';
import { choice, field, filters } from './fields.js';
import { amountsIn } from './money.js';
import { pagedTable } from './tables.js';
import { badge, duration, flows, flowWord, isOpen, states, stateWord, time } from './words.js';

export const runColumns = [
  { title: 'run', cell: run => el('a', { href: `#/runs/${encodeURIComponent(run.id)}` }, run.number || run.key || run.id) },
  { title: 'state', cell: run => badge(run.state) },
  { title: 'flow', cell: run => flowWord(run.flow) },
  { title: 'outcome', cell: run => el('span', { class: 'long' }, amountsIn(run.outcome)) },
  { title: 'started', cell: run => time(run.startedAt) },
  { title: 'took', cell: run => isOpen(run.state) ? '' : duration(run.startedAt, run.updatedAt), number: true },
  { title: 'key', cell: run => el('code', {}, run.key ?? '') },
];

export async function showRuns(place, query, signal) {
  const key = query.get('key') ?? '';
  place.append(el('h1', {}, 'Runs'), search(key), narrowed(query));
  if (key) {
    return place.append(await pagedTable(`Runs of ${key}`, runColumns, `No run belongs to ${key}.`,
      continuation => api.runs({ key, continuation }, signal)));
  }
  const [flow, state] = [query.get('flow') ?? '', query.get('state') ?? ''];
  const filter = { state, from: utc(query.get('from')), to: utc(query.get('to')) };
  const fetchPage = flow ? continuation => api.runs({ ...filter, flow, continuation }, signal) : everyFlow(filter, signal);
  place.append(await pagedTable(
    `Runs${flow ? `: ${flowWord(flow)}` : ' of all flows'}${state ? `, ${stateWord(state)}` : ''}, newest first`,
    runColumns, 'No run is like that.', fetchPage));
}

/** A page of every flow; each goes on where its own page ended. */
function everyFlow(filter, signal) {
  return async continuation => {
    const open = continuation ?? flows.map(flow => [flow, null]);
    const pages = await Promise.all(open.map(([flow, next]) => api.runs({ ...filter, flow, continuation: next }, signal)));
    const items = pages.flatMap(page => page.items).sort((a, b) => b.startedAt.localeCompare(a.startedAt));
    const rest = open.map(([flow], index) => [flow, pages[index].continuation]).filter(([, next]) => next);
    return { items, continuation: rest.length ? rest : null };
  };
}

function search(key) {
  const wanted = el('input', { name: 'key', type: 'search', value: key, required: true, autocomplete: 'off', maxlength: 200 });
  const look = event => {
    event.preventDefault();
    location.hash = `#/runs?${new URLSearchParams({ key: wanted.value.trim() })}`;
  };
  return el('form', { class: 'filters', role: 'search', onsubmit: look },
    field('Payment, order or customer number', wanted),
    el('button', { type: 'submit', id: 'find' }, 'Find'));
}

function narrowed(query) {
  const moment = name => el('input', { type: 'datetime-local', name, value: query.get(name) });
  return filters('runs',
    choice('flow', 'Flow', [['', 'all'], ...flows.map(name => [name, flowWord(name)])], query.get('flow') ?? ''),
    choice('state', 'State', [['', 'all'], ...states.map(name => [name, stateWord(name)])], query.get('state') ?? ''),
    field('Began after', moment('from')), field('Began before', moment('to')));
}

/** The reader's own clock as the API's. */
function utc(local) {
  const at = new Date(local ?? '');
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
