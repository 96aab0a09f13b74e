// Refunds, disputes, payouts, balance, events, search: Stripe's own client, unchanged. Usage: node money.mjs PORT
import assert from 'node:assert/strict';
import { all, control, fails, pay, play, step, stripe } from './bench.mjs';

const day = 24 * 3600;
const advance = advanceSeconds => control('clock', { advanceSeconds });

step('follows a refund from pending to its end', async () => {
  const intent = await pay(1000, { payment_method: 'pm_card_pendingRefund' });
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 400, metadata: { zoho_creditnote_id: '46001' } });
  assert.equal(refund.status, 'pending');
  assert.equal(refund.pending_reason, 'processing');
  await advance(4 * day);
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded');
  const [found] = await all(stripe.refunds.list({ payment_intent: intent.id }));
  assert.equal(found.metadata.zoho_creditnote_id, '46001');
  const changed = await stripe.refunds.update(refund.id, { metadata: { note: 'x' } });
  assert.deepEqual(changed.metadata, { zoho_creditnote_id: '46001', note: 'x' });
});

step('sees a refund fail after it succeeded', async () => {
  const intent = await pay(1000, { payment_method: 'pm_card_refundFail' });
  const refund = await stripe.refunds.create({ payment_intent: intent.id });
  await advance(4 * day);
  const failed = await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction', 'charge'] });
  assert.equal(failed.status, 'failed');
  assert.equal(failed.failure_balance_transaction.type, 'refund_failure');
  assert.equal(failed.charge.amount_refunded, 0);
});

step('cancels a refund that needs the customer', async () => {
  await control('settings', { stripe: { refundStatus: 'requires_action' } });
  const intent = await pay(1000);
  const refund = await stripe.refunds.create({ payment_intent: intent.id, instructions_email: 'ana@example.net' });
  await control('settings', { stripe: { refundStatus: null } });
  assert.equal(refund.next_action.display_details.email_sent.email_sent_to, 'ana@example.net');
  assert.equal((await stripe.refunds.cancel(refund.id)).status, 'canceled');
});

step('expires a refund that the customer never answered', async () => {
  await control('settings', { stripe: { refundStatus: 'requires_action' } });
  const intent = await pay(1000);
  const refund = await stripe.refunds.create({ payment_intent: intent.id });
  await control('settings', { stripe: { refundStatus: null } });
  assert.equal((await stripe.testHelpers.refunds.expire(refund.id)).status, 'failed');
});

step('does not refund twice under one key, and does after a day', async () => {
  const intent = await pay(1000);
  const ask = () => stripe.refunds.create({ payment_intent: intent.id, amount: 300 }, { idempotencyKey: 'refund:zoho:1:2' });
  const first = await ask();
  assert.equal((await ask()).id, first.id);
  await advance(day + 1);
  assert.notEqual((await ask()).id, first.id);
  assert.equal((await all(stripe.refunds.list({ payment_intent: intent.id }))).length, 2);
});

step('answers a dispute and wins', async () => {
  const intent = await pay(2000, { payment_method: 'pm_card_createDispute' });
  const [dispute] = await all(stripe.disputes.list({ payment_intent: intent.id }));
  assert.equal(dispute.status, 'needs_response');
  assert.equal(dispute.balance_transactions[0].net, -3500);
  await fails(stripe.refunds.create({ payment_intent: intent.id }), { code: 'refund_disputed_payment', statusCode: 400 });
  const won = await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' }, metadata: { order: '7' } });
  assert.equal(won.status, 'won');
  assert.equal((await stripe.disputes.retrieve(dispute.id, { expand: ['charge'] })).charge.disputed, true);
});

step('gives a dispute up', async () => {
  const intent = await pay(2000, { payment_method: 'pm_card_createDisputeProductNotReceived' });
  const [dispute] = await all(stripe.disputes.list({ charge: intent.latest_charge }));
  assert.equal((await stripe.disputes.close(dispute.id)).status, 'lost');
});

step('lists a payout with auto-paging down to each payment', async () => {
  await control('settings', { stripe: { balanceDelaySeconds: 0 } });
  for (let i = 0; i < 27; i++) await pay(1000 + i, { currency: 'sek' });
  const { payouts: [made] } = await control('stripe/payouts', { currency: 'sek', to: 'paid' });
  await fails(all(stripe.balanceTransactions.list({ payout: made.payout })), { code: 'payout_reconciliation_not_ready' });
  await control(`stripe/payouts/${made.payout}/evolve`, { to: 'reconciled' });
  const rows = await all(stripe.balanceTransactions.list({ payout: made.payout, limit: 10, expand: ['data.source.payment_intent'] }));
  assert.equal(rows.length, 28);
  const [own, ...lines] = rows;
  assert.equal(own.type, 'payout');
  assert.equal(own.source.id, made.payout);
  assert.equal(lines.reduce((sum, row) => sum + row.net, 0), made.amount);
  assert.ok(lines.every(row => row.source.payment_intent.status === 'succeeded' && row.fee_details[0].type === 'stripe_fee'));
  const charges = await all(stripe.balanceTransactions.list({ payout: made.payout, type: 'charge', source: lines[0].source.id }));
  assert.equal(charges.length, 1);
  const payout = await stripe.payouts.retrieve(made.payout, { expand: ['destination', 'balance_transaction'] });
  assert.equal(payout.reconciliation_status, 'completed');
  assert.equal(payout.destination.object, 'bank_account');
  assert.equal(payout.balance_transaction.net, -made.amount);
});

step('pays out by hand, cancels and reverses', async () => {
  await control('stripe/balance-transactions', { type: 'topup', amount: 9000, currency: 'nok' });
  const payout = await stripe.payouts.create({ amount: 4000, currency: 'nok', metadata: { note: 'x' } });
  assert.equal(payout.reconciliation_status, 'not_applicable');
  await fails(all(stripe.balanceTransactions.list({ payout: payout.id })), { type: 'StripeInvalidRequestError', param: 'payout' });
  assert.equal((await stripe.payouts.cancel(payout.id)).status, 'canceled');
  await fails(stripe.payouts.create({ amount: 9001, currency: 'nok' }), { code: 'balance_insufficient' });
  const other = await stripe.payouts.create({ amount: 1000, currency: 'nok' });
  await control(`stripe/payouts/${other.id}/evolve`, { to: 'paid' });
  const back = await stripe.payouts.reverse(other.id);
  assert.equal(back.amount, -1000);
  assert.equal((await stripe.payouts.retrieve(other.id)).reversed_by, back.id);
  const canceled = await all(stripe.payouts.list({ status: 'canceled', arrival_date: { gte: payout.arrival_date } }));
  assert.deepEqual(canceled.map(found => found.id), [payout.id]);
  const balance = await stripe.balance.retrieve();
  assert.equal(balance.available.find(sum => sum.currency === 'nok').amount, 9000);
});

step('settles in the account\'s own currency at a rate', async () => {
  await control('settings', { stripe: { settlementCurrency: 'gbp', rates: { jpy: '0.0053' } } });
  const intent = await pay(10_000, { currency: 'jpy' });
  const charge = await stripe.charges.retrieve(intent.latest_charge, { expand: ['balance_transaction'] });
  await control('settings', { stripe: { settlementCurrency: null } });
  assert.equal(charge.balance_transaction.currency, 'gbp');
  assert.equal(charge.balance_transaction.exchange_rate, 0.0053);
  assert.equal(charge.balance_transaction.amount, 5300);
});

step('finds events by type, by types and by what nobody received', async () => {
  const customer = await stripe.customers.create({ name: 'Ana', email: 'ana@example.net' });
  const address = { line1: 'Rua 1', city: 'Porto', country: 'PT' };
  await stripe.customers.update(customer.id, { address });
  await stripe.customers.update(customer.id, { name: 'Ana Prado', metadata: { tier: 'gold' }, address: { ...address, city: 'Braga' } });
  await stripe.customers.del(customer.id);
  const told = await all(stripe.events.list({ types: ['customer.created', 'customer.updated', 'customer.deleted'], limit: 2 }));
  assert.deepEqual(told.map(event => event.type), ['customer.deleted', 'customer.updated', 'customer.updated', 'customer.created']);
  assert.deepEqual(told[1].data.previous_attributes, { name: 'Ana', metadata: { tier: null }, address: { city: 'Porto' } });
  assert.deepEqual((await all(stripe.events.list({ type: 'customer.*', limit: 3 }))).map(event => event.id), told.map(event => event.id));
  const endpoint = await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/none', enabled_events: ['customer.created'] });
  await stripe.customers.create({ name: 'Lost' });
  const missed = await all(stripe.events.list({ delivery_success: false }));
  assert.deepEqual(missed.map(event => event.data.object.name), ['Lost']);
  await stripe.webhookEndpoints.del(endpoint.id);
});

step('searches, late', async () => {
  await control('settings', { stripe: { searchLagSeconds: 60 } });
  const made = await stripe.customers.create({ name: 'Sought', metadata: { zoho_contact_id: '46001' } });
  const query = 'metadata["zoho_contact_id"]:"46001"';
  assert.equal((await stripe.customers.search({ query })).data.length, 0);
  await advance(61);
  assert.deepEqual((await all(stripe.customers.search({ query }))).map(found => found.id), [made.id]);
  assert.equal((await stripe.paymentIntents.search({ query: "status:'succeeded' AND amount<50" })).object, 'search_result');
  await fails(stripe.charges.search({ query: 'nonsense' }), { type: 'StripeInvalidRequestError', param: 'query' });
});

await play();
