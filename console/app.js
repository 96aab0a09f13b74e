// Chooses the page by the part of the address after the hash.
import { showAccounts } from './accounts.js';
import { showAudit } from './audit.js';
import { showConnections } from './connections.js';
import { showDeadLetter } from './dead-letter.js';
import { showDeadLetters } from './dead-letters.js';
import { el } from './dom.js';
import { showLoads } from './loads.js';
import { showMasterData } from './master-data.js';
import { hush } from './notice.js';
import { showOverview } from './overview.js';
import { showPayout, showPayouts } from './payouts.js';
import { showRun } from './run.js';
import { showRuns } from './runs.js';
import { session } from './session.js';
import { showSignIn } from './sign-in.js';

const pages = {
  '': { title: 'Overview', list: showOverview },
  'runs': { title: 'Runs', list: showRuns, one: showRun },
  'dead-letters': { title: 'Dead letters', list: showDeadLetters, one: showDeadLetter },
  'payouts': { title: 'Payouts', list: showPayouts, one: showPayout },
  'loads': { title: 'Loads', list: showLoads },
  'master-data': { title: 'Master data', list: showMasterData },
  'accounts': { title: 'Accounts', list: showAccounts },
  'connections': { title: 'Connections', list: showConnections },
  'audit': { title: 'Audit', list: showAudit },
};

const main = document.getElementById('main');
const nav = document.querySelector('nav');
const who = document.querySelector('.who');
let leaving = new AbortController();

async function go({ keepNotice = false } = {}) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  if (!keepNotice) hush();
  nav.hidden = who.hidden = !session.key;
  if (!session.key) return showSignIn(main, go, signal);
  document.getElementById('operator').textContent = session.operator;
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/').map(decodeURIComponent);
  const page = pages[name] ?? pages[''];
  mark(pages[name] ? name : '');
  document.title = `${id ?? page.title} - Isthmus`;
  const place = el('div', { class: 'page' });
  main.replaceChildren(place);
  try {
    await (id && page.one ? page.one(place, id, signal) : page.list(place, new URLSearchParams(query), signal));
  } catch (error) {
    if (!signal.aborted) fail(place, error);
  }
}

function fail(place, error) {
  if (error.status === 401) {
    session.end();
    return go();
  }
  place.append(el('p', { class: 'failure', role: 'alert' }, error.message));
}

function mark(name) {
  for (const link of nav.querySelectorAll('a')) {
    if (link.hash === `#/${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

document.getElementById('sign-out').addEventListener('click', () => {
  session.end();
  go();
});
// An action changed what the page shows; what it said about that stays.
addEventListener('isthmus:changed', () => go({ keepNotice: true }));
addEventListener('hashchange', async () => {
  if (location.hash === '#main') return;
  await go();
  main.focus();
});
go();
