// Master data to the CRM: how each flow stands, and having one look, load, or say what would change.
import { api } from './api.js';
import { button, el, refill } from './dom.js';
import { attempt } from './notice.js';
import { refresh } from './refresh.js';
import { table } from './tables.js';
import { spaced, time } from './words.js';

const number = new Intl.NumberFormat();
const words = counts => counts && `${number.format(counts.read)} read: ${number.format(counts.written)} written, ${number.format(counts.unchanged)} unchanged, ${number.format(counts.skipped)} skipped, ${number.format(counts.failed)} failed`;

const changeColumns = [
  { title: 'record', cell: change => el('code', {}, change.key) },
  { title: 'field', cell: change => change.field },
  { title: 'is', cell: change => change.before ?? '' },
  { title: 'would be', cell: change => change.after ?? '' },
];

export async function showMasterData(place, _query, signal) {
  const [list, outcome] = [el('div', {}), el('div', { 'aria-live': 'polite' })];
  const look = async () => refill(list, shown(await api.masterData(signal), outcome));
  place.append(el('h1', {}, 'Master data'), list, outcome);
  await look();
  refresh(signal, look);
}

const shown = (flows, outcome) => flows.length === 0
  ? el('p', { class: 'empty' }, 'No flow of master data is set up.')
  : el('div', { class: 'scroll' }, table('Flows of master data to the CRM', columns(outcome), flows).node);

const columns = outcome => [
  { title: 'flow', cell: flow => flow.name },
  { title: 'to', cell: flow => flow.module },
  { title: 'state', cell: flow => [el('span', { class: `badge ${flow.on ? 'done' : 'held'}` }, flow.on ? 'on' : 'rests'), ' ', el('span', { class: 'long' }, flow.why ?? '')] },
  { title: 'looks', cell: flow => spaced(flow.cadence) },
  { title: 'last look', cell: flow => flow.last ? time(flow.last.at) : '' },
  { title: 'what became of them', cell: flow => el('span', { class: 'long' }, words(flow.underWay ?? flow.last?.counts) ?? '') },
  { title: 'waiting', number: true, cell: flow => number.format(flow.waiting) },
  { title: '', cell: flow => el('span', { class: 'actions' },
    button('Look', () => looked(flow), { id: `look-${flow.name}`, class: 'quiet', 'aria-label': `Look at ${flow.name}` }),
    button('What would change', () => tried(flow, outcome), { id: `dry-${flow.name}`, class: 'quiet', 'aria-label': `What would change of ${flow.name}` }),
    button('Load', () => loaded(flow), { id: `load-${flow.name}`, class: 'quiet', 'aria-label': `Load ${flow.name}` })) },
];

async function looked(flow) {
  if (await attempt(`${flow.name} has looked.`, () => api.lookAt(flow.name))) dispatchEvent(new Event('isthmus:changed'));
}

async function loaded(flow) {
  if (await attempt(`The load of ${flow.name} has begun; see Loads.`, () => api.loadMaster(flow.name))) dispatchEvent(new Event('isthmus:changed'));
}

async function tried(flow, outcome) {
  await attempt(`Nothing of ${flow.name} was changed.`, async () => {
    const look = await api.wouldChange(flow.name);
    const changes = look.records.flatMap(record => record.fields.map(change => ({ ...change, key: record.key })));
    refill(outcome, el('h2', {}, `What would change of ${flow.name}`), el('p', {}, `${words(look.counts)}.`),
      changes.length > 0 && el('div', { class: 'scroll' }, table('The first records that would change', changeColumns, changes).node),
      look.refused.length > 0 && el('ul', {}, look.refused.map(refused => el('li', {}, el('code', {}, refused.key), ` ${refused.why}`))));
  });
}
