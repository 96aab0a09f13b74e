// What an edited copy changes, before it is sent.
import { api } from './api.js';
import { button, el } from './dom.js';
import { isAmountName, money } from './money.js';
import { attempt } from './notice.js';
import { table } from './tables.js';

export function difference(id, changes, patch, currency) {
  const place = el('div', { id: 'difference' });
  const send = async () => {
    let run = id;
    if (!await attempt('Sent: the copy goes through the flow.', async () => { run = (await api.sendEdit(id, patch)).id; })) return;
    place.replaceChildren(el('a', { href: `#/runs/${encodeURIComponent(run)}` }, 'Watch its run'));
  };
  place.append(
    el('div', { class: 'scroll' }, table('What the copy changes', columns(currency), changes).node),
    el('p', { class: 'actions' }, button('Send the copy', send, { id: 'send' })));
  return place;
}

function columns(currency) {
  const told = (change, json) => isAmountName(change.path.split('.').at(-1)) ? money(json, currency) : plain(json);
  return [
    { title: 'field', cell: change => el('code', {}, change.path) },
    { title: 'before', cell: change => el('del', {}, told(change, change.before)) },
    { title: 'after', cell: change => el('ins', {}, told(change, change.after)) },
  ];
}

/** JSON text without the quotes of a simple text. */
const plain = json => json === null || json === undefined ? 'nothing' : json.replace(/^"(.*)"$/, '$1');
