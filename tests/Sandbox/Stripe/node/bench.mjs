// What the judges share: Stripe's own client, unchanged, and the sandbox's controls.
import assert from 'node:assert/strict';
import Stripe from 'stripe';

export const port = Number(process.argv[2]);
export const stripe = new Stripe('sk_test_sandbox', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
const steps = [];
export const step = (name, run) => steps.push([name, run]);

export const fails = async (promise, expected) => {
  try { await promise; } catch (error) {
    for (const [name, value] of Object.entries(expected)) assert.equal(error[name], value, name);
    return error;
  }
  assert.fail('the call should have failed');
};

export const pay = (amount, more = {}) => stripe.paymentIntents.create(
  { amount, currency: 'eur', payment_method: 'pm_card_visa', confirm: true, ...more });

export const control = async (path, body) => {
  const response = await fetch(`http://127.0.0.1:${port}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  assert.ok(response.ok, await response.clone().text());
  return response.json();
};

export const all = async list => { const found = []; for await (const item of list) found.push(item); return found; };

export const play = async () => {
  let failed = 0;
  for (const [name, run] of steps) {
    try { await run(); console.log(`ok ${name}`); }
    catch (error) { failed++; console.log(`FAILED ${name}\n${error.stack}`); }
  }
  process.exit(failed ? 1 : 0);
};
