// The only place that talks to the app. Every call answers with the API's JSON or throws a Refusal in the API's own words.
import { session, headerName } from './session.js';

const root = new URL('../', import.meta.url);

export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const api = {
  summary: signal => get('runs/summary', {}, signal).then(countsByFlow),
  runs: (filter, signal) => get('runs', filter, signal).then(page),
  run: (id, signal) => get(`runs/${segment(id)}`, {}, signal),
  decide: (id, decision, note) => post(`runs/${segment(id)}/${decision}`, { note }),
  deadLetters: (filter, signal) => get('dead-letters', filter, signal).then(page),
  deadLetter: (id, signal) => get(`dead-letters/${segment(id)}`, {}, signal),
  resubmit: id => post(`dead-letters/${segment(id)}/resubmit`),
  close: id => post(`dead-letters/${segment(id)}/close`),
  connections: signal => get('connections', {}, signal),
  check: id => get(`connections/${segment(id)}/check`),
  sweep: id => post(`connections/${segment(id)}/sweep`),
  audit: (filter, signal) => get('audit', filter, signal).then(page),
};

const segment = encodeURIComponent;
const get = (path, query, signal) => call('GET', path, query, signal);
const post = (path, query) => call('POST', path, query);

async function call(method, path, query = {}, signal) {
  const url = new URL(path, root);
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  const headers = { 'x-functions-key': session.key ?? '', 'x-operator': headerName(session.operator) };
  const answer = await fetch(url, { method, headers, signal, cache: 'no-store' }).catch(unreachable);
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(answer.status, body?.message ?? plainWords(answer.status));
  return body;
}

function unreachable(error) {
  if (error.name === 'AbortError') throw error;
  throw new Refusal(0, 'The app does not answer.');
}

function plainWords(status) {
  return status === 401 ? 'The function key is not accepted.' : `The app answered with status ${status} and said no more.`;
}

const page = body => ({ items: body?.items ?? [], continuation: body?.continuation ?? null });

/** Flow -> state -> count; what is no number is left for later versions of the page. */
function countsByFlow(summary) {
  return Object.entries(summary ?? {}).map(([flow, states]) => ({
    flow,
    counts: Object.fromEntries(Object.entries(states ?? {}).filter(([, count]) => typeof count === 'number')),
  }));
}
