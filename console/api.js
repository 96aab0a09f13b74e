// The only place that talks to the app. Every call answers with the API's JSON or throws a Refusal in the API's own words.
import { session, headerName } from './session.js';

const root = new URL('../', import.meta.url);

export class Refusal extends Error {
  constructor(status, message, body = null) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

export const api = {
  balance: signal => get('runs/balance', {}, signal),
  runs: (filter, signal) => get('runs', filter, signal).then(page),
  run: (id, signal) => get(`runs/${segment(id)}`, {}, signal),
  decide: (id, decision, note) => post(`runs/${segment(id)}/${decision}`, { note }),
  groups: (filter, signal) => get('dead-letters/groups', filter, signal),
  groupAtWork: (cause, signal) => get('dead-letters/groups/resubmit', { cause }, signal),
  resubmitGroup: (cause, trial) => post('dead-letters/groups/resubmit', { cause, trial, ask: 'true' }),
  decideGroup: (id, decision) => post(`dead-letters/groups/resubmit/${segment(id)}/${decision}`),
  deadLetters: (filter, signal) => get('dead-letters', filter, signal).then(page),
  deadLetter: (id, signal) => get(`dead-letters/${segment(id)}`, {}, signal),
  resubmit: (id, from) => post(`dead-letters/${segment(id)}/resubmit`, { from }),
  record: (id, signal) => get(`dead-letters/${segment(id)}/record`, {}, signal),
  previewEdit: (id, patch) => post(`dead-letters/${segment(id)}/edit`, { preview: 'true' }, patch),
  sendEdit: (id, patch) => post(`dead-letters/${segment(id)}/edit`, {}, patch),
  assign: (id, owner) => post(`dead-letters/${segment(id)}/assign`, { owner }),
  note: (id, text) => post(`dead-letters/${segment(id)}/note`, { text }),
  close: id => post(`dead-letters/${segment(id)}/close`),
  payouts: (filter, signal) => get('reconciliation', filter, signal).then(page),
  payout: (id, filter, signal) => get(`reconciliation/${segment(id)}`, filter, signal),
  proofs: signal => get('reconciliation/proofs', { from: daysAgo(14), to: daysAgo(0) }, signal),
  prove: () => post('reconciliation/proofs'),
  loads: signal => get('loads', {}, signal).then(page),
  startLoad: (kind, dryRun) => post('loads', {}, { kind, dryRun }),
  steerLoad: (id, action) => post(`loads/${segment(id)}/${action}`),
  masterData: signal => get('master-data', {}, signal),
  lookAt: flow => post(`master-data/${segment(flow)}/look`),
  wouldChange: flow => post(`master-data/${segment(flow)}/look`, { dry: 'true' }),
  loadMaster: flow => post(`master-data/${segment(flow)}/load`),
  accounts: (filter, signal) => get('account-map', filter, signal).then(page),
  putAccount: (row, tag) => call('PUT', 'account-map', {}, undefined, row, tag ? { 'if-match': tag } : {}),
  removeAccount: ({ kind, account, code, eTag }) => call('DELETE', 'account-map', { kind, account, code }, undefined, undefined, { 'if-match': eTag }),
  lookAtAccounts: () => post('account-map/look'),
  importAccounts: text => call('POST', 'account-map/import', {}, undefined, text, { 'content-type': 'text/csv' }),
  accountFile: () => send('GET', 'account-map.csv').then(answer => answer.blob()),
  connections: signal => get('connections', {}, signal),
  check: id => get(`connections/${segment(id)}/check`),
  circuit: (id, action, note) => post(`connections/${segment(id)}/${action}`, {}, { note }),
  sweep: id => post(`connections/${segment(id)}/sweep`),
  audit: (filter, signal) => get('audit', filter, signal).then(page),
  lineage: (key, signal) => get('audit/lineage', { key }, signal),
  verifyAudit: month => get('audit/verify', { month }),
};

const segment = encodeURIComponent;
const daysAgo = days => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const get = (path, query, signal) => call('GET', path, query, signal);
const post = (path, query, content) => call('POST', path, query, undefined, content);

async function call(method, path, query, signal, content, more) {
  const answer = await send(method, path, query, signal, content, more);
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(answer.status, body?.message ?? plainWords(answer.status), body);
  return body;
}

async function send(method, path, query = {}, signal, content, more = {}) {
  const url = new URL(path, root);
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  const headers = { 'x-functions-key': session.key ?? '', 'x-operator': headerName(session.operator), ...more };
  const options = { method, headers, signal, cache: 'no-store' };
  if (content && typeof content === 'string') options.body = content;
  else if (content) Object.assign(options, { body: JSON.stringify(content), headers: { ...headers, 'content-type': 'application/json' } });
  return fetch(url, options).catch(unreachable);
}

function unreachable(error) {
  if (error.name === 'AbortError') throw error;
  throw new Refusal(0, 'The app does not answer.');
}

function plainWords(status) {
  return status === 401 ? 'The function key is not accepted.' : `The app answered with status ${status} and said no more.`;
}

const page = body => ({ items: body?.items ?? [], continuation: body?.continuation ?? null });
