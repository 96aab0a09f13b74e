// Loads of many records: how far each has come, and starting, pausing, resuming or cancelling one.
import { api } from './api.js';
import { confirmed } from './confirm.js';
import { button, el, refill } from './dom.js';
import { choice } from './fields.js';
import { attempt } from './notice.js';
import { refresh } from './refresh.js';
import { table } from './tables.js';
import { time } from './words.js';

const LOOKS = { running: 'running', paused: 'held', done: 'done', cancelled: 'ignored', failed: 'deadlettered' };
const KINDS = [['items', 'Items of Sage 100 to Zoho'], ['customers', 'Customers of Sage 100 to Zoho']];
const number = new Intl.NumberFormat();

const columns = [
  { title: 'load', cell: load => el('a', { href: `#/runs/${encodeURIComponent(load.id)}` }, load.id) },
  { title: 'state', cell: load => el('span', { class: `badge ${LOOKS[load.state] ?? ''}` }, load.dryRun ? `${load.state}, dry` : load.state) },
  { title: 'done', number: true, cell: load => number.format(load.progress.done) },
  { title: 'of', number: true, cell: load => load.total === null ? '' : number.format(load.total) },
  { title: 'how far', cell: load => load.total ? el('progress', { value: load.progress.done, max: load.total, 'aria-label': `How far ${load.id} has come` }) : '' },
  { title: 'a second', number: true, cell: load => number.format(load.progress.perSecond) },
  { title: 'through about', cell: load => load.progress.endsAt ? time(load.progress.endsAt) : '' },
  { title: 'what became of them', cell: load => el('span', { class: 'long' }, load.words) },
  { title: 'began', cell: load => time(load.startedAt) },
  { title: '', cell: load => el('span', { class: 'actions' }, load.actions.map(action => way(load, action))) },
];

export async function showLoads(place, _query, signal) {
  const list = el('div', {});
  const look = async () => refill(list, shown((await api.loads(signal)).items));
  place.append(el('h1', {}, 'Loads'), starter(look), list);
  await look();
  refresh(signal, look);
}

const shown = loads => loads.length === 0 ? el('p', { class: 'empty' }, 'Nothing was loaded yet.')
  : el('div', { class: 'scroll' }, table('Loads, the latest first', columns, loads).node);

function starter(look) {
  const form = el('form', { class: 'filters', onsubmit: event => event.preventDefault() }, choice('kind', 'What', KINDS));
  const start = dryRun => () => attempt(dryRun ? 'It counts what would change.' : 'The load has begun.', async () => {
    await api.startLoad(new FormData(form).get('kind'), dryRun);
    await look();
  });
  form.append(button('Load', start(false), { id: 'load' }), button('Count what would change', start(true), { id: 'dry-run', class: 'quiet' }));
  return form;
}

function way(load, action) {
  const act = async () => {
    if (action === 'cancel' && !await confirmed(`Cancel ${load.id}?`, 'What was carried stays; the rest is not carried.', 'Cancel the load')) return;
    if (await attempt(`${load.id}: ${action} takes effect at the end of a page.`, () => api.steerLoad(load.id, action)))
      dispatchEvent(new Event('isthmus:changed'));
  };
  return button(action, act, { id: `${action}-${load.id}`, class: action === 'cancel' ? 'danger' : 'quiet', 'aria-label': `${action} ${load.id}` });
}
