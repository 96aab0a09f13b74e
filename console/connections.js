// The vendors' accounts: whether they can be reached, whether work flows, and a look for what no webhook brought.
import { api } from './api.js';
import { circuit } from './circuit.js';
import { button, el, refill } from './dom.js';
import { attempt } from './notice.js';
import { refresh } from './refresh.js';
import { facts, table } from './tables.js';
import { spaced, time } from './words.js';

const OUTCOMES = { ok: 'done', warning: 'held', failed: 'deadlettered' };

const columns = [
  { title: 'step', cell: step => step.name },
  { title: 'outcome', cell: outcome },
  { title: 'found', cell: step => step.message ?? '' },
  { title: 'cure', cell: step => step.cure ?? '' },
];

export async function showConnections(place, _query, signal) {
  const connections = await api.connections(signal);
  const cards = new Map(connections.map(({ id }) => [id, card(id)]));
  place.append(el('h1', {}, 'Connections'), ...[...cards.values()].map(({ node }) => node));
  const look = async () => {
    for (const connection of await api.connections(signal)) cards.get(connection.id)?.show(connection);
  };
  connections.forEach(connection => cards.get(connection.id).show(connection));
  refresh(signal, look);
}

function card(id) {
  const report = el('div', { class: 'scroll', 'aria-live': 'polite' });
  const [title, known, gate] = [el('h2', {}, id), el('div', { 'aria-live': 'polite' }), el('div', {})];
  const check = () => attempt(words, async () => {
    const found = await api.check(id);
    report.replaceChildren(table(`Check of ${id}`, columns, found.steps ?? []).node);
    return found;
  });
  const sweep = () => attempt(found => `${id}: ${found.found} found that no webhook had brought.`, () => api.sweep(id));
  const pauses = circuit(id, gate);
  const node = el('section', { class: 'card', 'aria-label': id }, title, known, gate,
    el('div', { class: 'actions' },
      button('Check', check, { 'aria-label': `Check ${id}` }),
      button('Sweep now', sweep, { 'aria-label': `Sweep ${id} now`, class: 'quiet' })),
    report);
  return {
    node,
    show(connection) {
      refill(title, id, connection.circuit ? [' ', pauses.badge(connection.circuit)] : '');
      refill(known, ...about(connection.facts));
      pauses.show(connection.circuit, connection.actions);
    },
  };
}

// What people should know of a connection although its work flows, and what it used of what the vendor allows.
function about(known) {
  if (!known) return [];
  const used = Object.entries(known.usage ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return [
    ...(known.notices ?? []).map(({ message, cure }) => el('p', { class: 'failure' }, `${message} ${cure}`)),
    used.length > 0 ? facts(used.map(([name, value]) => [spaced(name), shown(name, value)])) : '',
  ];
}

const shown = (name, value) => /At$|Since$/.test(name) ? time(value) : String(value);

function outcome(step) {
  return el('span', { class: `badge ${OUTCOMES[String(step.outcome).toLowerCase()] ?? ''}` }, step.outcome);
}

const words = report => report.ok ? `${report.connection} works.` : `${report.connection} needs a cure: see the steps.`;
