// The ways out of a dead letter: again from the start, again from the failed step, or closed.
import { api } from './api.js';
import { confirmed } from './confirm.js';
import { button, el } from './dom.js';
import { attempt } from './notice.js';

export function ways(id, offer) {
  const place = el('div', { class: 'actions' });
  const resubmit = from => async () => {
    let run = id;
    const words = 'Resubmitted: the run goes through its flow again.';
    if (!await attempt(words, async () => { run = (await api.resubmit(id, from))?.id ?? id; })) return;
    place.replaceChildren(el('a', { href: `#/runs/${encodeURIComponent(run)}` }, 'Watch its run'));
  };
  const close = async () => {
    const sure = await confirmed('Close this dead letter?',
      'Nothing more is carried across for this record. Close it only when it was taken care of elsewhere.', 'Close it');
    if (!sure || !await attempt('Closed.', () => api.close(id))) return;
    place.replaceChildren(el('a', { href: '#/dead-letters' }, 'Back to the open list'));
  };
  place.append(
    way('Resubmit from the start', resubmit(), offer('resubmit'), { id: 'resubmit' }),
    way('Resubmit from the failed step', resubmit('step'), offer('resubmit-from-step'), { id: 'resubmit-step', class: 'quiet' }),
    way('Close', close, offer('close'), { id: 'close', class: 'danger' }));
  return place;
}

/** A button; where the API says that the action is not available now, a disabled one with the API's reason. */
export function way(text, work, offer, attributes) {
  if (!offer || offer.available) return button(text, work, attributes);
  const reason = `why-${attributes.id}`;
  return el('span', { class: 'way' },
    button(text, work, { ...attributes, disabled: true, 'aria-describedby': reason }), el('span', { class: 'why', id: reason }, offer.why));
}
