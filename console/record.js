// The record as it was read, personal values masked, and an edited copy of it: first the difference is shown, then it is sent.
import { api } from './api.js';
import { el, button } from './dom.js';
import { difference } from './difference.js';
import { attempt } from './notice.js';
import { patchOf, rowsOf } from './patch.js';
import { isAmountName, mainUnits, minorUnits, money } from './money.js';
import { spaced } from './words.js';
import { way } from './ways.js';

/** These belong to the payment; the API refuses to change them. */
const FIXED = ['key', 'currency', 'total'];

export async function recordCard(id, offer, signal) {
  const card = el('section', { class: 'card', id: 'record', 'aria-label': 'The record' }, el('h2', {}, 'The record'));
  const record = await api.record(id, signal).catch(refusal => card.append(el('p', { class: 'empty' }, refusal.message)));
  if (!record) return card;
  const body = el('div', {});
  const show = () => body.replaceChildren(
    sections(record, (path, value) => el('span', {}, shown(path, value, record))),
    el('div', { class: 'actions' }, way('Edit a copy', edit, offer, { id: 'edit', class: 'quiet' })));
  const edit = () => body.replaceChildren(editor(id, record, show));
  show();
  card.append(el('p', { class: 'hint' }, 'Personal values are shown as ***.'), body);
  return card;
}

function editor(id, record, leave) {
  const inputs = new Map();
  const shownChanges = el('div', { 'aria-live': 'polite' });
  const fields = sections(record, (path, value) => {
    const name = path.join('.');
    const before = isAmount(path, value, record) ? mainUnits(value, record.currency) : String(value ?? '');
    const input = el('input', {
      name, value: before, autocomplete: 'off', 'aria-label': label(path), disabled: path.length === 1 && FIXED.includes(path[0]),
    });
    input.addEventListener('input', () => shownChanges.replaceChildren());
    inputs.set(name, { path, value, before, input });
    return input;
  });
  const written = (path, value, text) => isAmount(path, value, record) ? minorUnits(text, record.currency) : text;
  const preview = async event => {
    event.preventDefault();
    const patch = patchOf(record, [...inputs.values()].filter(({ before, input }) => input.value !== before)
      .map(({ path, value, input }) => ({ path, value, written: written(path, value, input.value) })));
    await attempt('This is what the copy changes. Nothing was sent yet.', async () => {
      const { changes } = await api.previewEdit(id, patch);
      shownChanges.replaceChildren(difference(id, changes, patch, record.currency));
    });
  };
  return el('form', { onsubmit: preview, class: 'editor' },
    el('p', { class: 'hint' }, 'A copy is made and sent through the flow; the record as it was is kept. Leave *** as it is to keep what it hides.'),
    fields, shownChanges,
    el('div', { class: 'actions' }, el('button', { type: 'submit', id: 'preview' }, 'Show the difference'),
      button('Leave it', leave, { class: 'quiet' })));
}

/** Rows of label and value, under a heading for each part of the record. */
function sections(record, cell) {
  const parts = new Map();
  for (const { path, value } of rowsOf(record)) {
    const part = path.length === 1 ? 'record' : typeof path[1] === 'number' ? `${path[0]} ${path[1] + 1}` : path[0];
    if (!parts.has(part)) parts.set(part, []);
    parts.get(part).push(el('div', {}, el('dt', {}, label(path)), el('dd', {}, cell(path, value))));
  }
  return el('div', { class: 'parts' }, [...parts].map(([part, rows]) =>
    el('section', {}, el('h3', {}, spaced(part)), el('dl', {}, rows))));
}

const label = path => spaced(path.filter((step, index) => index > 0 || path.length === 1).filter(step => typeof step !== 'number').join(' '));

const isAmount = (path, value, { currency }) => isAmountName(path.at(-1)) && typeof value === 'number' && Boolean(currency);

function shown(path, value, record) {
  if (value === null || value === '') return '-';
  return isAmount(path, value, record) ? money(value, record.currency) : String(value);
}
