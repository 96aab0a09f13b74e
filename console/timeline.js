// A run's steps in order of time, with a bar for when each was at work.
import { el } from './dom.js';
import { amountsIn } from './money.js';
import { table } from './tables.js';
import { counted, duration, spaced } from './words.js';

export function timeline(steps) {
  if (steps.length === 0) return el('p', { class: 'empty' }, 'No step has ended yet.');
  const begin = Math.min(...steps.map(step => Date.parse(step.startedAt)));
  const end = Math.max(...steps.map(step => Date.parse(step.endedAt)));
  const columns = [
    { title: 'step', cell: step => step.name },
    { title: 'attempt', cell: step => step.attempt, number: true },
    { title: 'outcome', cell: outcome },
    { title: 'detail', cell: step => [el('span', { class: 'long' }, amountsIn(step.detail)), calls(step.calls ?? [])] },
    { title: 'after', cell: step => duration(begin, step.startedAt), number: true },
    { title: 'took', cell: step => duration(step.startedAt, step.endedAt), number: true },
    { title: 'when', cell: step => bar(step, begin, end - begin) },
  ];
  return el('div', { class: 'scroll' }, table('Steps in order of time', columns, steps).node);
}

function outcome(step) {
  const good = String(step.outcome).toLowerCase() === 'done';
  return el('span', { class: `badge ${good ? 'done' : 'deadlettered'}` }, good ? 'done' : spaced(step.outcome));
}

/** What the step asked of the vendors. */
function calls(made) {
  if (made.length === 0) return '';
  const spent = made.reduce((sum, call) => sum + (call.milliseconds ?? 0), 0);
  return el('details', { class: 'calls' },
    el('summary', {}, `${counted(made.length, 'call')} to vendors, ${Math.round(spent)} ms`),
    el('ul', {}, made.map(call => el('li', {},
      el('strong', {}, call.connection), ` ${call.operation}: ${spaced(call.outcome)}`,
      call.tries > 1 ? ` after ${call.tries} tries` : '', call.milliseconds === undefined ? '' : `, ${Math.round(call.milliseconds)} ms`))));
}

/** A picture of what "after" and "took" say in figures. */
function bar(step, begin, whole) {
  const percent = ms => whole > 0 ? 100 * ms / whole : 100;
  const width = Math.max(1, percent(Date.parse(step.endedAt) - Date.parse(step.startedAt)));
  const mark = el('i');
  mark.style.width = `${width}%`;
  mark.style.marginLeft = `${Math.min(percent(Date.parse(step.startedAt) - begin), 100 - width)}%`;
  return el('div', { class: 'bar', 'aria-hidden': 'true' }, mark);
}
