// The mapping table: which account of the CRM is which customer or vendor of Sage 300, whose value counts, and what contradicts.
import { api } from './api.js';
import { confirmed } from './confirm.js';
import { button, el } from './dom.js';
import { choice, filters, text } from './fields.js';
import { attempt } from './notice.js';
import { pagedTable } from './tables.js';
import { time } from './words.js';

const KINDS = [['customer', 'Customer'], ['vendor', 'Vendor']];
const SIDES = [['', 'as the company says'], ['crm', "the CRM's"], ['books', "Sage's"], ['none', 'neither']];
const changed = () => dispatchEvent(new Event('isthmus:changed'));

const columns = [
  { title: 'account', cell: row => el('code', {}, row.account) },
  { title: 'code', cell: row => `${row.code} (${row.kind})` },
  { title: 'name in the CRM', cell: row => el('span', { class: 'long' }, row.accountName ?? '') },
  { title: 'name in Sage', cell: row => el('span', { class: 'long' }, row.booksName ?? '') },
  { title: 'whose name counts', cell: row => SIDES.find(([side]) => side === row.nameCounts)?.[1] ?? row.nameCounts },
  { title: 'conflicts', cell: row => row.conflicts.map(conflict => el('p', { class: 'badge deadlettered', title: conflict.cure }, conflict.message)) },
  { title: 'note', cell: row => el('span', { class: 'long' }, row.note ?? '') },
  { title: 'changed', cell: row => el('span', {}, time(row.changedAt), ` ${row.changedBy}`) },
  { title: '', cell: row => el('span', { class: 'actions' }, button('Change', () => edit(row), { class: 'quiet' }), button('Remove', () => remove(row), { class: 'danger' })) },
];

export async function showAccounts(place, query, signal) {
  const filter = { kind: query.get('kind') ?? '', text: query.get('text') ?? '', conflicts: query.get('conflicts') ?? '' };
  place.append(el('h1', {}, 'Accounts'), el('p', { class: 'actions' },
    button('Look at both systems now', look, { id: 'look', class: 'quiet' }), button('Download', download, { id: 'download', class: 'quiet' }),
    el('label', { class: 'quiet' }, 'Take a file ', el('input', { type: 'file', id: 'upload', accept: '.csv,text/csv', onchange: upload }))),
  filters('accounts', choice('kind', 'Kind', [['', 'all'], ...KINDS], filter.kind), text('text', 'Id, code or name', filter.text),
    choice('conflicts', 'Conflicts', [['', 'all rows'], ['true', 'rows with conflicts']], filter.conflicts)),
  form(), await pagedTable('Accounts, customers and vendors', columns, 'No row is like that.',
    continuation => api.accounts({ ...filter, continuation }, signal)));
}

function form() {
  const node = el('form', { class: 'filters', id: 'row', onsubmit: save }, choice('kind', 'Kind', KINDS, 'customer'), text('account', "The CRM's id", '', { required: true, pattern: '[0-9]+' }),
    text('code', 'Code in Sage 300', '', { required: true, maxlength: 12 }), choice('name', 'Whose name counts', SIDES), text('note', 'Note'),
    el('button', { type: 'submit', id: 'save' }, 'Save'));
  return node;
}

function edit(row) {
  const node = document.getElementById('row');
  for (const name of ['kind', 'account', 'code', 'note']) node.elements[name].value = row[name] ?? '';
  node.elements.name.value = row.authority.name ?? '';
  node.editing = row;
  node.elements.note.focus();
}

async function save(event) {
  event.preventDefault();
  const node = event.currentTarget;
  const { kind, account, code, name, note } = Object.fromEntries(new FormData(node));
  const known = node.editing;
  const same = known && known.kind === kind && known.account === account && known.code === code.trim().toUpperCase();
  const others = Object.fromEntries(Object.entries(same ? known.authority : {}).filter(([field]) => field !== 'name'));
  const row = { kind, account, code, note: note || null, authority: name ? { ...others, name } : others };
  if (await attempt('The row is saved.', () => api.putAccount(row, same ? known.eTag : null))) changed();
}

async function remove(row) {
  if (!await confirmed(`Remove ${row.code} of account ${row.account}?`, 'Nothing changes in either system; a deal of the account looks for its customer anew.', 'Remove the row')) return;
  if (await attempt('The row is removed.', () => api.removeAccount(row))) changed();
}

async function look() {
  if (await attempt('Both systems were looked at.', () => api.lookAtAccounts())) changed();
}

async function download() {
  const file = await api.accountFile();
  const link = el('a', { href: URL.createObjectURL(file), download: 'account-map.csv' });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function upload(event) {
  const [file] = event.currentTarget.files;
  if (file && await attempt('The file is taken.', async () => api.importAccounts(await file.text()))) changed();
}
