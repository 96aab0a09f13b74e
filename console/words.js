// Words, times and badges, the same on every page.
import { el } from './dom.js';

const STATES = {
  running: 'running', waiting: 'waiting', held: 'held', done: 'done',
  deadlettered: 'dead-lettered', ignored: 'ignored', nothandled: 'not handled',
};
const OPEN = ['running', 'waiting', 'held'];

export const states = Object.keys(STATES);

/** The state in one spelling, whatever the API's. */
export const stateOf = word => String(word ?? '').toLowerCase();

export const isOpen = word => OPEN.includes(stateOf(word));

export const stateWord = word => STATES[stateOf(word)] ?? spaced(word);

export const badge = word => el('span', { class: `badge ${stateOf(word).replace(/[^a-z]/g, '')}` }, stateWord(word));

/** referenceMissing -> reference missing. */
export const spaced = word => String(word ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function time(text) {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? '' : el('time', { datetime: at.toISOString(), title: at.toISOString() }, clock.format(at));
}

export function duration(from, to) {
  const ms = new Date(to) - new Date(from);
  if (!(ms >= 0)) return '';
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.floor(ms / 1000) % 60} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.floor(ms / 60_000) % 60} min`;
}
