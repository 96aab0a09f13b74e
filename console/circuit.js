// Whether a connection's work flows, why it does not, and pausing or resuming it by hand.
import { api } from './api.js';
import { el, refill } from './dom.js';
import { field } from './fields.js';
import { attempt } from './notice.js';
import { facts } from './tables.js';
import { spaced, time } from './words.js';
import { way } from './ways.js';

const LOOKS = { flowing: 'done', paused: 'deadlettered', probing: 'held' };

export function circuit(id, place) {
  const about = el('div', { 'aria-live': 'polite' });
  const note = el('input', { name: `note-${id}`, maxlength: 300, autocomplete: 'off' });
  const ways = el('span', { class: 'actions' });
  let shown = '';
  return {
    badge: state => el('span', { class: `badge ${LOOKS[state.state] ?? ''}` }, state.state),
    show(state, offers) {
      if (!state) return;
      if (!place.hasChildNodes()) place.append(about, el('div', { class: 'actions gate' }, field('Note for the audit', note), ways));
      refill(about, state.state === 'flowing' ? '' : why(state));
      const asked = JSON.stringify(offers);
      if (asked !== shown) ways.replaceChildren(...gates(id, offers ?? [], note));
      shown = asked;
    },
  };
}

const why = state => facts([
  ['because', state.reason],
  ['cure', state.cure],
  ['paused by', state.by === 'operator' ? 'a person; it waits until a person resumes it' : 'itself; it resumes when the vendor answers again'],
  ['class', spaced(state.class)],
  ['owner', state.owner],
  ['since', time(state.since)],
  ['tries again', time(state.nextProbeAt)],
  ['runs that wait', state.waitingRuns],
]);

function gates(id, offers, note) {
  const act = (action, words) => () => attempt(words, async () => {
    await api.circuit(id, action, note.value.trim());
    note.value = '';
  });
  const offer = name => offers.find(action => action.name === name);
  return [
    way('Pause', act('pause', `${id} is paused: its work waits, nothing is lost.`), offer('pause'),
      { id: `pause-${id}`, class: 'danger', 'aria-label': `Pause ${id}` }),
    way('Resume', act('resume', `${id}: work goes on when the vendor answers.`), offer('resume'),
      { id: `resume-${id}`, class: 'quiet', 'aria-label': `Resume ${id}` }),
  ];
}
