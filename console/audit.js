// Who did what to which record in a month, newest first.
import { api } from './api.js';
import { el } from './dom.js';
import { pagedTable } from './tables.js';
import { time } from './words.js';

const columns = [
  { title: 'when', cell: entry => time(entry.at) },
  { title: 'who', cell: entry => entry.actor ?? '' },
  { title: 'what', cell: entry => entry.action ?? '' },
  { title: 'record', cell: entry => el('code', {}, entry.subject ?? '') },
  { title: 'outcome', cell: entry => entry.outcome ?? '' },
  { title: 'mapping', cell: entry => entry.mapping ?? '' },
];

export async function showAudit(place, query, signal) {
  const chosen = /^\d{4}-\d{2}$/.test(query.get('month') ?? '') ? query.get('month') : new Date().toISOString().slice(0, 7);
  const month = el('input', { type: 'month', name: 'month', value: chosen, pattern: '[0-9]{4}-[0-9]{2}', required: true });
  const apply = event => {
    event.preventDefault();
    if (month.value) location.hash = `#/audit?month=${month.value}`;
  };
  place.append(el('h1', {}, 'Audit'),
    el('form', { class: 'filters', onsubmit: apply, onchange: apply }, el('label', {}, el('span', {}, 'Month'), month)));
  place.append(await pagedTable(`Audit of ${chosen}, newest first`, columns, 'Nothing was written in this month.',
    continuation => api.audit({ month: chosen.replace('-', ''), continuation }, signal)));
}
