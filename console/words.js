// Words, times and badges, the same on every page.
import { el } from './dom.js';

const STATES = {
  running: 'running', waiting: 'waiting', held: 'held', done: 'done',
  deadlettered: 'dead-lettered', ignored: 'ignored',
};
const FLOWS = {
  'order-to-cash': 'Payments into Zoho', 'sales-order-to-sage': 'Sales orders into Sage', 'shipment-to-sage': 'Shipments into Sage',
  'refund': 'Refunds', 'dispute': 'Disputes',
  'payout-reconciliation': 'Payouts', 'payout-line': 'Open lines of payouts', 'payout-reversal': 'Payouts that came back', 'daily-proof': 'Days proved',
  'load': 'Loads', 'load-record': 'Records that a load could not carry',
  'master-data': 'Single records to the CRM', 'master-data-look': 'Master data to the CRM',
  'deal': 'Deals won', 'deal-invoice': 'Invoices of deals',
  'event': 'Events without a flow',
};
const OPEN = ['running', 'waiting', 'held'];

export const states = Object.keys(STATES);

export const flows = Object.keys(FLOWS);

/** A flow in words for people; the API's own word for one that this page does not know. */
export const flowWord = flow => FLOWS[flow] ?? flow;

/** The state in one spelling, whatever the API's. */
export const stateOf = word => String(word ?? '').toLowerCase();

export const isOpen = word => OPEN.includes(stateOf(word));

export const stateWord = word => STATES[stateOf(word)] ?? spaced(word);

export const badge = word => el('span', { class: `badge ${stateOf(word).replace(/[^a-z]/g, '')}` }, stateWord(word));

/** referenceMissing -> reference missing. */
export const spaced = word => String(word ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export function time(text) {
  const at = new Date(text ?? '');
  if (Number.isNaN(at.getTime())) return '';
  const exact = at.toISOString();
  return el('time', { datetime: exact, title: `${exact.slice(0, 19).replace('T', ' ')} UTC` }, el('span', {}, day.format(at)), ' ', el('span', {}, clock.format(at)));
}

export function duration(from, to) {
  const ms = new Date(to) - new Date(from);
  if (!(ms >= 0)) return '';
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.floor(ms / 1000) % 60} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.floor(ms / 60_000) % 60} min`;
}

/** 1 order, 2 orders. */
export const counted = (count, one, many = `${one}s`) => `${number.format(count)} ${count === 1 ? one : many}`;

const number = new Intl.NumberFormat();
