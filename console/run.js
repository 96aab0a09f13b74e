// One run: where it stands, what it did step by step, and the decision when it is held.
import { api } from './api.js';
import { decision } from './decision.js';
import { el, refill } from './dom.js';
import { amountsIn } from './money.js';
import { refresh } from './refresh.js';
import { facts } from './tables.js';
import { timeline } from './timeline.js';
import { badge, duration, flowWord, isOpen, stateOf, time } from './words.js';

export async function showRun(place, id, signal) {
  const head = el('div', {});
  const choice = el('div', {});
  const steps = el('section', { 'aria-label': 'Steps' });
  place.append(head, choice, steps);
  let asked = null;
  const look = async () => {
    const answer = await api.run(id, signal);
    const state = stateOf(answer.run.state);
    refill(head, heading(answer.run), about(answer));
    refill(steps, el('h2', {}, 'Steps'), timeline(answer.steps ?? []));
    if (state !== asked) choice.replaceChildren(...(state === 'held' ? [decision(id, look)] : []));
    asked = state;
  };
  await look();
  refresh(signal, look);
}

const heading = run => el('h1', {}, run.number || run.key || run.id, ' ', badge(run.state));

function about({ run, mappings }) {
  const letter = stateOf(run.state) === 'deadlettered'
    && el('a', { href: `#/dead-letters/${encodeURIComponent(run.parent ?? run.id)}` }, 'Show its dead letter');
  return facts([
    ['outcome', amountsIn(run.outcome)],
    ['what to do', letter || null],
    ['flow', flowWord(run.flow)],
    ['key', el('code', {}, run.key)],
    ['run', el('code', {}, run.id)],
    ['carries on', run.parent && el('a', { href: `#/runs/${encodeURIComponent(run.parent)}` }, run.parent)],
    ['audit', el('a', { href: `#/audit?${new URLSearchParams({ key: run.id })}` }, 'What became of this record')],
    ['started', time(run.startedAt)],
    [isOpen(run.state) ? 'last change' : 'ended', time(run.updatedAt)],
    ['took', isOpen(run.state) ? null : duration(run.startedAt, run.updatedAt)],
    ['mappings', mappings?.length ? el('ul', {}, mappings.map(name => el('li', {}, el('code', {}, name)))) : null],
  ]);
}
