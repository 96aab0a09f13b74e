// What could not be carried across: by cause, and one by one.
import { api } from './api.js';
import { el } from './dom.js';
import { choice, filters, text } from './fields.js';
import { groupPanel } from './group.js';
import { amountsIn } from './money.js';
import { pagedTable, table } from './tables.js';
import { flows, flowWord, spaced, time } from './words.js';

export const idOf = letter => letter.id ?? letter.runId;
export const failureOf = letter => letter.failure ?? letter;

const NAMES = ['connection', 'class', 'owner', 'flow', 'cause', 'text', 'closed'];
const CLASSES = [
  'transient', 'throttled', 'locked', 'auth', 'validation', 'referenceMissing', 'conflict', 'permanent', 'bug',
];

const columns = [
  { title: 'key', cell: letter => el('a', { href: `#/dead-letters/${encodeURIComponent(idOf(letter))}` }, letter.key) },
  { title: 'message', cell: letter => el('span', { class: 'long' }, amountsIn(failureOf(letter).message)) },
  { title: 'class', cell: letter => el('span', { class: 'badge deadlettered' }, spaced(failureOf(letter).class)) },
  { title: 'failed at', cell: letter => `${failureOf(letter).connection ?? letter.flow}, ${spaced(letter.step)}` },
  { title: 'owner', cell: letter => letter.owner ?? '' },
  { title: 'last', cell: letter => time(letter.lastAt) },
];

export async function showDeadLetters(place, query, signal) {
  const filter = Object.fromEntries(NAMES.map(name => [name, query.get(name) ?? '']));
  place.append(el('h1', {}, 'Dead letters'), await narrowed(filter, signal));
  if (filter.closed !== 'true') {
    const groups = await api.groups(filter, signal);
    if (filter.cause && groups.length === 1) place.append(await groupPanel(groups[0], signal));
    else if (groups.length > 0) place.append(causes(groups, query));
  }
  const words = Object.values(filter).some(Boolean) ? 'No entry is like that.' : 'Nothing waits here: every record was carried across.';
  const entries = el('section', { id: 'entries' }, el('h2', {}, 'One by one'),
    await pagedTable(filter.closed === 'true' ? 'Closed entries' : 'Open entries', columns, words,
      continuation => api.deadLetters({ ...filter, continuation }, signal)));
  place.append(entries);
}

async function narrowed(filter, signal) {
  const connections = (await api.connections(signal)).map(({ id }) => [id, id]);
  return filters('dead-letters',
    choice('connection', 'Connection', [['', 'all'], ...connections, ['isthmus', 'isthmus']], filter.connection),
    choice('class', 'Class', [['', 'all'], ...CLASSES.map(name => [name, spaced(name)])], filter.class),
    choice('flow', 'Flow', [['', 'all'], ...flows.map(name => [name, flowWord(name)])], filter.flow),
    text('owner', 'Owner', filter.owner, { size: 10 }),
    choice('closed', 'Status', [['', 'open'], ['true', 'closed']], filter.closed),
    text('text', 'Holds the text', filter.text, { type: 'search' }),
    filter.cause && el('input', { type: 'hidden', name: 'cause', value: filter.cause }),
    el('button', { type: 'submit', class: 'quiet' }, 'Filter'),
    el('a', { href: '#/dead-letters' }, 'Show all'));
}

function causes(groups, query) {
  const of = cause => `#/dead-letters?${new URLSearchParams([...query].filter(([name]) => name !== 'cause').concat([['cause', cause]]))}`;
  const shown = [
    { title: 'cause', cell: group => el('a', { href: of(group.cause) }, causeWords(group)) },
    { title: 'records', number: true, cell: group => group.count },
    { title: 'class', cell: group => el('span', { class: 'badge deadlettered' }, spaced(group.class)) },
    { title: 'for example', cell: group => el('span', { class: 'long' }, amountsIn(group.message)) },
    { title: 'cure', cell: group => el('span', { class: 'long' }, group.cure) },
    { title: 'owner', cell: group => Object.keys(group.owners ?? {}).join(', ') },
    { title: 'oldest', cell: group => time(group.firstAt) },
  ];
  return el('section', { id: 'causes' }, el('h2', {}, 'By cause'),
    el('div', { class: 'scroll' }, table('Records that have one cause are likely to have one cure', shown, groups).node));
}

/** zoho-inventory:CreateSalesOrder:item-missing -> zoho-inventory, create sales order: item missing. */
export function causeWords({ cause }) {
  const [connection, step, ...code] = cause.split(':');
  return `${connection}, ${spaced(step)}: ${code.join(':').replace(/-/g, ' ')}`;
}
