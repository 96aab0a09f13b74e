// The runs of a flow, newest first.
import { api } from './api.js';
import { el } from './dom.js';
import { pagedTable } from './tables.js';
import { badge, duration, isOpen, states, stateWord, time } from './words.js';

const columns = [
  { title: 'run', cell: run => el('a', { href: `#/runs/${encodeURIComponent(run.id)}` }, run.number || run.key || run.id) },
  { title: 'state', cell: run => badge(run.state) },
  { title: 'outcome', cell: run => run.outcome ?? '' },
  { title: 'started', cell: run => time(run.startedAt) },
  { title: 'took', cell: run => isOpen(run.state) ? '' : duration(run.startedAt, run.updatedAt), number: true },
  { title: 'key', cell: run => el('code', {}, run.key ?? '') },
];

export async function showRuns(place, query, signal) {
  const key = query.get('key') ?? '';
  const flows = (await api.summary(signal)).map(({ flow }) => flow);
  const flow = query.get('flow') || flows[0];
  const state = query.get('state') ?? '';
  place.append(el('h1', {}, 'Runs'), search(key), filters(flows, flow, state));
  if (key) return place.append(await found(key, signal));
  const words = state ? `No run of ${flow} is ${stateWord(state)}.` : `The flow ${flow} has no runs yet.`;
  place.append(await pagedTable(`Runs of ${flow}, newest first`, columns, words,
    continuation => api.runs({ flow, state, continuation }, signal)));
}

const found = (key, signal) =>
  pagedTable(`Runs of ${key}`, columns, `No run belongs to ${key}.`, continuation => api.runs({ key, continuation }, signal));

function search(key) {
  const wanted = el('input', { name: 'key', type: 'search', value: key, required: true, autocomplete: 'off', maxlength: 200 });
  const look = event => {
    event.preventDefault();
    location.hash = `#/runs?${new URLSearchParams({ key: wanted.value.trim() })}`;
  };
  return el('form', { class: 'filters', role: 'search', onsubmit: look },
    el('label', {}, el('span', {}, 'Payment, order or customer number'), wanted),
    el('button', { type: 'submit', id: 'find' }, 'Find'));
}

function filters(flows, flow, state) {
  const form = el('form', { class: 'filters', onchange: apply, onsubmit: event => event.preventDefault() },
    choice('flow', 'Flow', flows.map(name => [name, name]), flow),
    choice('state', 'State', [['', 'all'], ...states.map(name => [name, stateWord(name)])], state));
  function apply() {
    location.hash = `#/runs?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`;
  }
  return form;
}

function choice(name, label, options, chosen) {
  const select = el('select', { name }, options.map(([value, words]) =>
    el('option', { value, selected: value.toLowerCase() === chosen.toLowerCase() }, words)));
  return el('label', {}, el('span', {}, label), select);
}
