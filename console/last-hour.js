// How many records of each flow came in, five minutes by five minutes, and how they stand.
import { api } from './api.js';
import { el } from './dom.js';
import { table } from './tables.js';
import { counted, flows, flowWord, stateOf } from './words.js';

const MINUTES = 60;
const SLICE = 5;
const MOST = 500;

export async function lastHour(signal) {
  const now = Date.now();
  const from = new Date(now - MINUTES * 60_000).toISOString();
  const rows = await Promise.all(flows.map(async flow =>
    ({ flow, runs: (await api.runs({ flow, from, limit: MOST }, signal)).items, slices: [] })));
  const busy = rows.filter(({ runs }) => runs.length > 0);
  if (busy.length === 0) return el('p', { class: 'empty' }, 'Nothing came in.');
  for (const row of busy) row.slices = slices(row.runs, now);
  return el('div', { class: 'scroll' }, table('What came in during the last 60 minutes', columns, busy).node);
}

const columns = [
  { title: 'flow', cell: ({ flow }) => flowWord(flow) },
  { title: 'came in', number: true, cell: ({ runs }) => runs.length < MOST ? runs.length : `${MOST} or more` },
  { title: 'done', number: true, cell: ({ runs }) => count(runs, 'done') },
  { title: 'need a person', number: true, cell: ({ runs }) => count(runs, 'held') + count(runs, 'deadlettered') || '' },
  { title: 'in steps of 5 minutes', cell: ({ slices: heights }) => bars(heights) },
];

const count = (runs, state) => runs.filter(run => stateOf(run.state) === state).length;

function slices(runs, now) {
  const heights = Array(MINUTES / SLICE).fill(0);
  for (const run of runs) {
    const age = Math.floor((now - Date.parse(run.startedAt)) / (SLICE * 60_000));
    heights[heights.length - 1 - Math.min(Math.max(age, 0), heights.length - 1)]++;
  }
  return heights;
}

function bars(heights) {
  const most = Math.max(...heights, 1);
  const label = `The last 5 minutes: ${counted(heights.at(-1), 'record')}; at most ${most} in 5 minutes.`;
  return el('span', { class: 'bars', role: 'img', 'aria-label': label }, heights.map(height => {
    const bar = el('i', { title: counted(height, 'record') });
    bar.style.height = `${Math.ceil(100 * height / most)}%`;
    return bar;
  }));
}
