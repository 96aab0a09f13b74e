// Drives the sandbox with Stripe's own client, unchanged. Usage: node judge.mjs PORT
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import Stripe from 'stripe';
import { fails, pay, play, port, step, stripe } from './bench.mjs';

step('creates and updates a customer', async () => {
  const made = await stripe.customers.create({ email: 'ana@example.net', name: 'Ana', metadata: { tier: 'gold', old: 'x' },
    address: { line1: 'Rua 1', city: 'Porto', postal_code: '4000', country: 'PT' } });
  assert.match(made.id, /^cus_/);
  assert.equal(made.lastResponse.statusCode, 200);
  assert.match(made.lastResponse.requestId, /^req_/);
  const changed = await stripe.customers.update(made.id, { metadata: { old: '' }, phone: '+351' });
  assert.deepEqual(changed.metadata, { tier: 'gold' });
  assert.equal((await stripe.customers.retrieve(made.id)).phone, '+351');
});

step('lists with auto-paging, newest first', async () => {
  for (let i = 0; i < 23; i++) await stripe.customers.create({ email: 'page@example.net', name: `n${i}` });
  const names = [];
  for await (const customer of stripe.customers.list({ email: 'page@example.net', limit: 5 })) names.push(customer.name);
  assert.deepEqual(names, Array.from({ length: 23 }, (_, i) => `n${22 - i}`));
});

step('expands a payment down to its balance transaction', async () => {
  const intent = await pay(2500);
  let full;
  do full = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge.balance_transaction', 'payment_method'] });
  while (full.latest_charge.balance_transaction === null);
  assert.equal(full.status, 'succeeded');
  assert.equal(full.payment_method.object, 'payment_method');
  const { amount, fee, net } = full.latest_charge.balance_transaction;
  assert.equal(amount, 2500);
  assert.equal(net, amount - fee);
});

step('captures part of an authorisation', async () => {
  const held = await pay(1000, { capture_method: 'manual' });
  assert.equal(held.status, 'requires_capture');
  const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 600 });
  assert.equal(taken.amount_received, 600);
  assert.equal((await stripe.charges.retrieve(taken.latest_charge)).amount_captured, 600);
});

step('declines a bad card with a card error', async () => {
  const error = await fails(stripe.paymentIntents.create(
    { amount: 900, currency: 'eur', payment_method: 'pm_card_chargeDeclined', confirm: true }),
  { type: 'StripeCardError', code: 'card_declined', statusCode: 402 });
  assert.equal(error.payment_intent.status, 'requires_payment_method');
});

step('refunds in parts and never more than was paid', async () => {
  const intent = await pay(1000);
  await stripe.refunds.create({ payment_intent: intent.id, amount: 400, reason: 'requested_by_customer' });
  await fails(stripe.refunds.create({ payment_intent: intent.id, amount: 601 }), { type: 'StripeInvalidRequestError', param: 'amount' });
  await stripe.refunds.create({ payment_intent: intent.id });
  await fails(stripe.refunds.create({ payment_intent: intent.id }), { code: 'charge_already_refunded' });
  const charge = await stripe.charges.retrieve(intent.latest_charge, { expand: ['refunds'] });
  assert.equal(charge.refunded, true);
  assert.deepEqual(charge.refunds.data.map(refund => refund.amount), [600, 400]);
});

step('replays an idempotent request and refuses other parameters', async () => {
  const once = await stripe.customers.create({ name: 'One' }, { idempotencyKey: 'judge-1' });
  const again = await stripe.customers.create({ name: 'One' }, { idempotencyKey: 'judge-1' });
  assert.equal(again.id, once.id);
  await fails(stripe.customers.create({ name: 'Two' }, { idempotencyKey: 'judge-1' }), { type: 'StripeIdempotencyError', statusCode: 400 });
});

step('refuses unknown parameters, missing objects and wrong keys', async () => {
  await fails(stripe.customers.create({ colour: 'red' }), { type: 'StripeInvalidRequestError', code: 'parameter_unknown', param: 'colour' });
  await fails(stripe.paymentIntents.retrieve('pi_none'), { code: 'resource_missing', statusCode: 404 });
  const stranger = new Stripe('sk_test_wrong', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  await fails(stranger.customers.list(), { type: 'StripeAuthenticationError', statusCode: 401 });
});

step('opens a checkout session with lines', async () => {
  const session = await stripe.checkout.sessions.create({ mode: 'payment', success_url: 'https://shop.example/ok',
    line_items: [{ quantity: 2, price_data: { currency: 'eur', unit_amount: 1500, product_data: { name: 'Bottle', metadata: { sku: 'B1' } } } }] });
  assert.equal(session.amount_total, 3000);
  const lines = await stripe.checkout.sessions.listLineItems(session.id, { expand: ['data.price.product'] });
  assert.equal(lines.data[0].price.product.metadata.sku, 'B1');
});

step('verifies a webhook', async () => {
  let take;
  const taken = new Promise(resolve => { take = resolve; });
  const receiver = createServer((request, response) => {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => { response.end(); take({ body: Buffer.concat(chunks), signature: request.headers['stripe-signature'] }); });
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => receiver.once('listening', resolve));
  const endpoint = await stripe.webhookEndpoints.create(
    { url: `http://127.0.0.1:${receiver.address().port}/hook`, enabled_events: ['payment_intent.succeeded'], api_version: Stripe.API_VERSION });
  const intent = await pay(700);
  const { body, signature } = await taken;
  receiver.close();
  const event = stripe.webhooks.constructEvent(body, signature, endpoint.secret);
  assert.equal(event.type, 'payment_intent.succeeded');
  assert.equal(event.data.object.id, intent.id);
  assert.throws(() => stripe.webhooks.constructEvent(body, signature, 'whsec_other'));
  assert.equal((await stripe.webhookEndpoints.retrieve(endpoint.id)).secret, undefined);
  assert.equal((await stripe.events.retrieve(event.id)).type, event.type);
  await stripe.webhookEndpoints.del(endpoint.id);
});

await play();
