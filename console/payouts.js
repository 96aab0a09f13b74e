// Payouts: what is in each, what a person has to look at, and whether the days agree in all three systems.
import { api } from './api.js';
import { button, el } from './dom.js';
import { amountsIn, money } from './money.js';
import { attempt } from './notice.js';
import { facts, pagedTable, table } from './tables.js';
import { counted, spaced, time } from './words.js';

const GOOD = ['balanced', 'matched', 'explained', 'manual'];
const word = state => el('span', { class: `badge ${GOOD.includes(state) ? 'done' : state === 'underWay' ? 'running' : 'deadlettered'}` }, spaced(state));
const link = id => `#/payouts/${encodeURIComponent(id)}`;

const payoutColumns = [
  { title: 'payout', cell: payout => el('a', { href: link(payout.id) }, payout.id) },
  { title: 'state', cell: payout => word(payout.state) },
  { title: 'amount', number: true, cell: payout => money(payout.amount, payout.currency) },
  { title: 'lines', number: true, cell: payout => payout.totals.lines },
  { title: 'open', number: true, cell: payout => payout.totals.open
    ? el('a', { href: `${link(payout.id)}` }, payout.totals.open) : el('span', { class: 'zero' }, '0') },
  { title: 'arrives', cell: payout => time(payout.arrivesAt) },
  { title: 'entry', cell: payout => [payout.posting, payout.reversal].filter(Boolean).join(', taken back by ') },
];

const lineColumns = currency => [
  { title: 'line', cell: line => el('code', {}, line.id) },
  { title: 'state', cell: line => word(line.state) },
  { title: 'what', cell: line => spaced(line.kind) },
  { title: 'amount', number: true, cell: line => money(line.amount, currency) },
  { title: 'fee', number: true, cell: line => money(line.fee, currency) },
  { title: 'net', number: true, cell: line => money(line.net, currency) },
  { title: 'belongs to', cell: line => el('span', { class: 'long' }, (line.records ?? []).join(', ') || amountsIn(line.reason)) },
];

const dayColumns = [
  { title: 'day', cell: day => day.day },
  { title: 'what', cell: day => `${day.kind}, ${day.currency}` },
  ...['stripe', 'zoho', 'sage'].map(name => ({
    title: name, number: true, cell: day => day[name] === undefined ? '' : money(day[name], day.currency),
  })),
  { title: 'verdict', cell: day => day.agrees ? el('span', { class: 'badge done' }, 'agrees') : el('span', { class: 'badge deadlettered' }, 'differs') },
];

export async function showPayouts(place, query, signal) {
  const proofs = await api.proofs(signal);
  const prove = () => attempt('The days are being proved; look again in a moment.', () => api.prove());
  place.append(el('h1', {}, 'Payouts'),
    await pagedTable('Payouts, the latest first', payoutColumns, 'No payout has come yet.', continuation => api.payouts({ continuation }, signal)),
    el('h2', {}, 'Day by day'), el('p', { class: 'actions' }, button('Prove yesterday and today', prove, { id: 'prove', class: 'quiet' })),
    days(proofs));
}

function days(proofs) {
  if (proofs.length === 0) return el('p', { class: 'empty' }, 'No day was proved yet.');
  const rows = proofs.flatMap(proof => proof.totals.map(total => ({ ...total, day: proof.day })));
  return el('div', {}, el('div', { class: 'scroll' }, table('Stripe, Zoho and Sage, day by day', dayColumns, rows).node),
    el('ul', {}, proofs.flatMap(proof => proof.differences).map(difference =>
      el('li', {}, el('code', {}, difference.key), ` ${spaced(difference.code)} in ${difference.system}: ${money(difference.found, difference.currency)} where ${money(difference.expected, difference.currency)} moved`))));
}

export async function showPayout(place, id, signal) {
  const { payout, entry } = await api.payout(id, { limit: 1 }, signal);
  const amount = minor => money(minor, payout.currency);
  const { gross, fees, refunds, disputes, adjustments, reserves, transfers, lines } = payout.totals;
  place.append(el('h1', {}, 'Payout ', el('code', {}, payout.id)), el('p', {}, word(payout.state), ' ', amountsIn(payout.note)),
    facts([['Amount', amount(payout.amount)], ['At Stripe', payout.status], ['Arrives', time(payout.arrivesAt)], ['Customers paid', amount(gross)],
      ['Fees', amount(fees)], ['Refunds', amount(refunds)], ['Disputes', amount(disputes)], ['Corrections', amount(adjustments)],
      ['Reserves', amount(reserves)], ['Transfers', amount(transfers)], ['Entry', payout.posting], ['Taken back by', payout.reversal],
      ['Payments that got their fee', payout.deposits]]),
    el('h2', {}, `Entry for the books, ${counted(entry.lines.length, 'line')}`),
    el('div', { class: 'scroll' }, table('Debits and credits', [
      { title: 'account', cell: line => line.account }, { title: 'debit', number: true, cell: line => line.debit ? amount(line.debit) : '' },
      { title: 'credit', number: true, cell: line => line.credit ? amount(line.credit) : '' }], entry.lines).node),
    el('h2', {}, counted(lines, 'line')));
  for (const state of ['open', 'matched', 'explained']) {
    place.append(await pagedTable(`Lines that are ${state}`, lineColumns(payout.currency), `No line is ${state}.`,
      continuation => api.payout(id, { state, continuation }, signal).then(page => page.lines)));
  }
}
