// Tables that stay tables for screen readers when a narrow screen shows them as cards.
import { el, button } from './dom.js';

/** columns: { title, cell(row), number }. The first column heads its row. */
export function table(caption, columns, rows) {
  const body = el('tbody', { role: 'rowgroup' });
  const add = more => body.append(...more.map(row => tableRow(columns, row)));
  add(rows);
  const head = el('tr', { role: 'row' }, columns.map(column =>
    el('th', { role: 'columnheader', scope: 'col', class: column.number && 'number' }, column.title)));
  const node = el('table', { role: 'table' }, el('caption', {}, caption), el('thead', { role: 'rowgroup' }, head), body);
  return { node, add };
}

function tableRow(columns, row) {
  return el('tr', { role: 'row' }, columns.map((column, index) => {
    const attributes = { 'data-title': column.title, class: column.number && 'number' };
    return index === 0
      ? el('th', { role: 'rowheader', scope: 'row', ...attributes }, column.cell(row))
      : el('td', { role: 'cell', ...attributes }, column.cell(row));
  }));
}

/** A list that grows page by page. fetchPage(continuation) answers { items, continuation }. */
export async function pagedTable(caption, columns, emptyWords, fetchPages) {
  const fetchPage = from => filled(fetchPages, from);
  const first = await fetchPage(null);
  if (first.items.length === 0 && !first.continuation) return el('p', { class: 'empty' }, emptyWords);
  const list = table(caption, columns, first.items);
  let next = first.continuation;
  const more = button('Show more', async () => {
    const page = await fetchPage(next);
    list.add(page.items);
    next = page.continuation;
    more.hidden = !next;
  }, { class: 'quiet', hidden: !next });
  return el('div', { class: 'list' }, el('div', { class: 'scroll' }, list.node), more);
}

/** A page may be empty and still have another behind it. */
async function filled(fetchPages, from) {
  let page = await fetchPages(from);
  while (page.items.length === 0 && page.continuation) page = await fetchPages(page.continuation);
  return page;
}

/** Names and values of one record; values that are missing are left out. */
export function facts(pairs) {
  const given = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return el('dl', {}, given.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}
