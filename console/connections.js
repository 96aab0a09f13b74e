// The vendors' accounts: whether they can be reached, and a look for what no webhook brought.
import { api } from './api.js';
import { button, el } from './dom.js';
import { attempt } from './notice.js';
import { table } from './tables.js';

const OUTCOMES = { ok: 'done', warning: 'held', failed: 'deadlettered' };

const columns = [
  { title: 'step', cell: step => step.name },
  { title: 'outcome', cell: outcome },
  { title: 'found', cell: step => step.message ?? '' },
  { title: 'cure', cell: step => step.cure ?? '' },
];

export async function showConnections(place, _query, signal) {
  const connections = await api.connections(signal);
  place.append(el('h1', {}, 'Connections'), ...connections.map(({ id }) => card(id)));
}

function card(id) {
  const report = el('div', { class: 'scroll', 'aria-live': 'polite' });
  const check = () => attempt(words, async () => {
    const found = await api.check(id);
    report.replaceChildren(table(`Check of ${id}`, columns, found.steps ?? []).node);
    return found;
  });
  const sweep = () => attempt(found => `${id}: ${found.found} found that no webhook had brought.`, () => api.sweep(id));
  return el('section', { class: 'card', 'aria-label': id },
    el('h2', {}, id),
    el('p', { class: 'actions' },
      button('Check', check, { 'aria-label': `Check ${id}` }),
      button('Sweep now', sweep, { 'aria-label': `Sweep ${id} now`, class: 'quiet' })),
    report);
}

function outcome(step) {
  return el('span', { class: `badge ${OUTCOMES[String(step.outcome).toLowerCase()] ?? ''}` }, step.outcome);
}

const words = report => report.ok ? `${report.connection} works.` : `${report.connection} needs a cure: see the steps.`;
