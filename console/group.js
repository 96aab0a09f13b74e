// Resubmits all records of one cause: a few on trial, and the rest when the operator has seen how those went.
import { api } from './api.js';
import { causeWords } from './dead-letters.js';
import { button, el } from './dom.js';
import { field } from './fields.js';
import { amountsIn } from './money.js';
import { attempt, complain, say } from './notice.js';
import { counted } from './words.js';

const PAUSE = 1000;

export async function groupPanel(group, signal) {
  const place = el('div', { 'aria-live': 'polite' });
  const known = await api.groupAtWork(group.cause, signal).catch(() => null);
  if (known && !known.completed) watch(place, group, known.id, signal);
  else place.append(ask(place, group, signal));
  return el('section', { class: 'card', id: 'group', 'aria-label': 'Group' },
    el('h2', {}, causeWords(group)),
    el('p', { class: 'message' }, counted(group.count, 'record'), ', for example: ', amountsIn(group.message)),
    el('p', { class: 'cure' }, el('strong', {}, 'Cure: '), group.cure || 'none is known'),
    place);
}

function ask(place, group, signal) {
  const trial = el('input', { type: 'number', name: 'trial', min: 1, max: 50, value: Math.min(3, group.count), required: true });
  const start = async () => {
    if (!trial.reportValidity()) return;
    try {
      const { id } = await api.resubmitGroup(group.cause, trial.value);
      watch(place, group, id, signal);
    } catch (refusal) {
      if (refusal.body?.id) return watch(place, group, refusal.body.id, signal);
      complain(refusal.message);
    }
  };
  return el('div', { class: 'actions' },
    field('Cured? How many to try first', trial), button('Resubmit those', start, { id: 'trial' }));
}

/** Looks until the resubmission has ended or asks. */
async function watch(place, group, id, signal) {
  place.replaceChildren(el('p', { class: 'message' }, 'The first ones are under way...'));
  while (!signal.aborted) {
    const state = await api.groupAtWork(group.cause, signal).catch(() => null);
    if (state?.completed) return place.replaceChildren(...ended(state.outcome));
    if (state?.trial) return place.replaceChildren(...decide(place, group, id, state.trial, signal));
    await new Promise(resolve => { setTimeout(resolve, PAUSE); });
  }
}

function decide(place, group, id, trial, signal) {
  const answer = (decision, words) => () => attempt(words, async () => {
    await api.decideGroup(id, decision);
    await settled(group, signal);
    watch(place, group, id, signal);
  });
  return [
    el('p', { class: 'message good' }, `The trial went well: ${counted(trial.resubmitted, 'record')} went through.`),
    el('div', { class: 'actions' },
      button(`Resubmit the other ${trial.rest}`, answer('go-on', 'The rest is resubmitted.'), { id: 'rest' }),
      button('Leave them', answer('stop', 'The rest is left alone.'), { class: 'quiet' })),
  ];
}

/** Waits until the question is no longer asked. */
async function settled(group, signal) {
  while (!signal.aborted && (await api.groupAtWork(group.cause, signal)).trial)
    await new Promise(resolve => { setTimeout(resolve, PAUSE / 4); });
}

function ended(outcome) {
  if (outcome && outcome.failed === 0) say(outcome.message);
  else complain(outcome?.message ?? 'The resubmission ended without a result: look into the log.');
  return outcome ? [
    el('p', { class: `message ${outcome.failed ? 'failure' : 'good'}` }, outcome.message),
    el('p', {}, `${outcome.resubmitted} resubmitted, ${outcome.failed} failed again, ${outcome.refused} could not be resubmitted now.`),
    el('a', { href: '#/dead-letters' }, 'Back to the open list'),
  ] : [];
}
