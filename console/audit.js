// Who did what to which record: in a month, or all that became of one record. And whether anybody touched the audit itself.
import { api } from './api.js';
import { button, el } from './dom.js';
import { field, filters, text } from './fields.js';
import { attempt } from './notice.js';
import { runColumns } from './runs.js';
import { pagedTable, table } from './tables.js';
import { counted, time } from './words.js';

const columns = [
  { title: 'when', cell: entry => time(entry.at) },
  { title: 'who', cell: entry => entry.actor ?? '' },
  { title: 'what', cell: entry => entry.action ?? '' },
  { title: 'record', cell: entry => el('code', {}, entry.subject ?? '') },
  { title: 'outcome', cell: entry => [entry.outcome ?? '', fieldsOf(entry)] },
  { title: 'mapping', cell: entry => entry.mapping ?? '' },
];

export async function showAudit(place, query, signal) {
  const key = query.get('key') ?? '';
  const chosen = /^\d{4}-\d{2}$/.test(query.get('month') ?? '') ? query.get('month') : new Date().toISOString().slice(0, 7);
  const month = el('input', { type: 'month', name: 'month', value: chosen, pattern: '[0-9]{4}-[0-9]{2}', required: true });
  place.append(el('h1', {}, 'Audit'),
    filters('audit', field('Month', month), text('key', 'Payment, order or customer number, or run', key, { type: 'search', size: 30 }),
      el('button', { type: 'submit', id: 'find', class: 'quiet' }, 'Find')),
    verify(chosen));
  if (key) return lineage(place, key, signal);
  place.append(await pagedTable(`Audit of ${chosen}, newest first`, columns, 'Nothing was written in this month.',
    continuation => api.audit({ month: chosen.replace('-', ''), continuation }, signal)));
}

async function lineage(place, key, signal) {
  const found = await api.lineage(key, signal);
  if (found.runs.length === 0) return place.append(el('p', { class: 'empty' }, `No record is known as ${key}.`));
  place.append(
    el('h2', {}, `What became of ${key}`),
    el('div', { class: 'scroll' }, table('Its way through the flows, newest first', runColumns, found.runs).node),
    el('h2', {}, 'What was done'),
    found.entries.length === 0
      ? el('p', { class: 'empty' }, 'Nothing was written.')
      : el('div', { class: 'scroll', id: 'lineage' }, table('From which record to which, newest first', columns, found.entries).node));
}

function verify(month) {
  const verdict = el('div', { 'aria-live': 'polite' });
  const look = () => attempt(found => found.ok ? 'The audit is whole.' : 'The audit was touched: see below.', async () => {
    const found = await api.verifyAudit(month.replace('-', ''));
    verdict.replaceChildren(...answer(found));
    return found;
  });
  return el('div', {}, el('p', { class: 'actions' }, button('Verify the chain', look, { id: 'verify', class: 'quiet' })), verdict);
}

function answer(found) {
  if (found.ok) {
    return [el('p', { class: 'good' }, `${counted(found.entries, 'entry', 'entries')} of ${found.month} were read; none was changed, removed or moved. `,
      found.head && el('span', { class: 'hint' }, 'Seal: ', el('code', {}, found.head)))];
  }
  return [el('p', { class: 'failure' }, `${counted(found.breaks.length, 'place')} of ${counted(found.entries, 'entry', 'entries')} broken:`),
    el('ul', {}, found.breaks.map(place => el('li', {}, `entry ${place.sequence}, ${place.kind}: ${place.message}`)))];
}

function fieldsOf({ fields }) {
  if (!fields) return '';
  const names = fields.split(',');
  return el('details', {}, el('summary', {}, counted(names.length, 'field')), el('span', { class: 'hint' }, names.join(', ')));
}
