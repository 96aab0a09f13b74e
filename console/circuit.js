// Whether a connection's work flows, why it does not, and pausing or resuming it by hand.
import { api } from './api.js';
import { button, el, refill } from './dom.js';
import { field } from './fields.js';
import { attempt } from './notice.js';
import { facts } from './tables.js';
import { spaced, time } from './words.js';

const LOOKS = { flowing: 'done', paused: 'deadlettered', probing: 'held' };

export function circuit(id, place) {
  const about = el('div', { 'aria-live': 'polite' });
  const form = el('div', {});
  place.append(about, form);
  let shown = null;
  return {
    badge: state => el('span', { class: `badge ${LOOKS[state.state] ?? ''}` }, state.state),
    show(state) {
      if (!state) return;
      refill(about, state.state === 'flowing' ? '' : why(state));
      const action = state.state === 'flowing' ? 'pause' : 'resume';
      if (action !== shown) form.replaceChildren(gate(id, action));
      shown = action;
    },
  };
}

const why = state => facts([
  ['paused by', state.by === 'operator' ? 'a person' : 'itself'],
  ['because', state.reason],
  ['class', spaced(state.class)],
  ['since', time(state.since)],
  ['tries again', time(state.nextProbeAt)],
  ['runs that wait', state.waitingRuns],
]);

function gate(id, action) {
  const note = el('input', { name: `note-${id}`, maxlength: 300, autocomplete: 'off' });
  const act = () => attempt(
    action === 'pause' ? `${id} is paused: its work waits, nothing is lost.` : `${id} goes on.`,
    () => api.circuit(id, action, note.value.trim()));
  const [text, look] = action === 'pause' ? ['Pause its work', 'danger'] : ['Resume its work', ''];
  return el('div', { class: 'actions gate' },
    field('Note for the audit', note), button(text, act, { class: look || null, 'aria-label': `${text}: ${id}`, 'data-gate': id }));
}
