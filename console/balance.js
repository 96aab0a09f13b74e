// received = done + under way + waiting + held + dead-lettered + ignored: nothing is lost on the way.
import { el } from './dom.js';
import { table } from './tables.js';
import { flowWord } from './words.js';

const STANDS = [
  ['done', 'done', 'done'], ['running', 'under way', 'running'], ['waiting', 'waiting', 'waiting'], ['held', 'held', 'held'],
  ['deadLettered', 'dead-lettered', 'deadlettered'], ['ignored', 'ignored', 'ignored'],
];

export function balanceTable(balance) {
  const flows = balance.flows.filter(flow => flow.received > 0);
  if (flows.length === 0) return el('p', { class: 'empty' }, 'Nothing was received yet.');
  return el('div', { class: 'scroll' }, table('Every record that was received, and where it stands', columns, flows).node);
}

const columns = [
  { title: 'flow', cell: ({ flow }) => el('a', { href: runsLink(flow) }, flowWord(flow)) },
  { title: 'received', number: true, cell: flow => flow.received },
  ...STANDS.map(([name, title, state]) => ({
    title,
    number: true,
    cell: flow => flow[name] ? el('a', { href: runsLink(flow.flow, state) }, flow[name]) : el('span', { class: 'zero' }, '0'),
  })),
  { title: 'balance', cell: verdict },
];

function verdict(flow) {
  const sum = STANDS.reduce((total, [name]) => total + flow[name], 0);
  return flow.balanced
    ? el('span', { class: 'badge done' }, 'agrees')
    : el('span', { class: 'badge deadlettered' }, `${flow.received - sum} missing`);
}

export const runsLink = (flow, state) => `#/runs?${new URLSearchParams(state ? { flow, state } : { flow })}`;
