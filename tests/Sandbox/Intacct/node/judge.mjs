// Drives the sandbox with Sage Intacct's own client, unchanged. Usage: node judge.mjs PORT
// The client speaks to hosts under intacct.com only; here those names lead to this machine, as an entry in /etc/hosts would do.
import assert from 'node:assert/strict';
import dns from 'node:dns';
import sdk from '@intacct/intacct-sdk';

const { ClientConfig, OnlineClient, SessionProvider, RequestConfig, Functions } = sdk;
const lookup = dns.lookup;
dns.lookup = (host, options, done) => host.endsWith('.intacct.com')
  ? lookup('127.0.0.1', options, done) : lookup(host, options, done);

const port = Number(process.argv[2]);
const endpointUrl = `http://api.intacct.com:${port}/sage-intacct/ia/xml/xmlgw.phtml`;
const config = more => Object.assign(new ClientConfig(), {
  endpointUrl, senderId: 'SANDBOX', senderPassword: 'intacct-sender-secret',
  companyId: 'harbor-co', userId: 'zsync', userPassword: 'intacct-user-secret', ...more });
const steps = [];
const step = (name, run) => steps.push([name, run]);
const { AccountsReceivable, Common } = Functions;
const { Query } = Common.NewQuery;
const { SelectBuilder } = Common.NewQuery.QuerySelect;
const { Filter, AndOperator } = Common.NewQuery.QueryFilter;
const { OrderBuilder } = Common.NewQuery.QueryOrderBy;
let session;

step('opens a session and is sent to the company\'s own endpoint', async () => {
  session = await SessionProvider.factory(config());
  assert.ok(session.sessionId.length > 20);
  assert.notEqual(session.endpointUrl, endpointUrl);
  assert.ok(new URL(session.endpointUrl).hostname.endsWith('.intacct.com'));
});

step('creates customers in one transaction', async () => {
  const customers = Array.from({ length: 12 }, (_, at) => Object.assign(new AccountsReceivable.CustomerCreate(), {
    customerId: `J${String(at).padStart(2, '0')}`, customerName: `Judge & Sons ${at}`, active: at !== 3,
    printAs: `Judge ${at}`, primaryEmailAddress: `judge${at}@example.net` }));
  const response = await new OnlineClient(session).executeBatch(customers, Object.assign(new RequestConfig(), { transaction: true }));
  assert.equal(response.results.length, 12);
  assert.ok(response.results.every(result => result.status === 'success' && result.data[0].RECORDNO));
});

step('queries with a filter, an order and pages', async () => {
  const query = new Query();
  query.selectFields = new SelectBuilder().addFields(['RECORDNO', 'CUSTOMERID', 'NAME', 'DISPLAYCONTACT.EMAIL1']).selects;
  query.fromObject = 'CUSTOMER';
  query.filter = new AndOperator([new Filter('STATUS').equalTo('active'), new Filter('CUSTOMERID').like('J%')]);
  query.orderBy = new OrderBuilder().addAscending('CUSTOMERID').orders;
  query.pageSize = 5;
  query.offset = 5;
  const result = (await new OnlineClient(session).execute(query)).getResult();
  assert.deepEqual([result.totalCount, result.count, result.numRemaining], [11, 5, 1]);
  assert.equal(result.data[0].CUSTOMERID, 'J06');
  assert.equal(result.data[0].NAME, 'Judge & Sons 6');
  assert.equal(result.data[0]['DISPLAYCONTACT.EMAIL1'], 'judge6@example.net');
});

step('reads a stored result to its end', async () => {
  const first = new Common.ReadByQuery();
  Object.assign(first, { objectName: 'CUSTOMER', fields: ['CUSTOMERID'], pageSize: 5 });
  let result = (await new OnlineClient(session).execute(first)).getResult();
  const found = result.data.map(row => row.CUSTOMERID);
  while (result.numRemaining > 0) {
    const more = Object.assign(new Common.ReadMore(), { resultId: result.resultId });
    result = (await new OnlineClient(session).execute(more)).getResult();
    found.push(...result.data.map(row => row.CUSTOMERID));
  }
  assert.equal(new Set(found).size, 12);
});

step('looks an object up and reads by name', async () => {
  const catalogue = (await new OnlineClient(session).execute(Object.assign(new Common.Lookup(), { objectName: 'CUSTOMER' }))).getResult();
  assert.ok(JSON.stringify(catalogue.data).includes('CUSTOMERID'));
  const read = Object.assign(new Common.ReadByName(), { objectName: 'CUSTOMER', names: ['J02'] });
  const row = (await new OnlineClient(session).execute(read)).getResult().data[0];
  assert.equal(row.DISPLAYCONTACT.PRINTAS, 'Judge 2');
});

step('is told of failures at every level', async () => {
  await assert.rejects(SessionProvider.factory(config({ userPassword: 'wrong' })), error =>
    error.message.includes('authentication status failure') && error.errors[0].includes('XL03000006'));
  await assert.rejects(SessionProvider.factory(config({ senderPassword: 'wrong' })), /control status failure/);
  const again = Object.assign(new AccountsReceivable.CustomerCreate(), { customerId: 'J00', customerName: 'Twice' });
  await assert.rejects(new OnlineClient(session).execute(again), error => error.errors[0].includes('BL34000061'));
});

let failed = 0;
for (const [name, run] of steps) {
  try { await run(); console.log(`ok ${name}`); }
  catch (error) { failed++; console.log(`FAILED ${name}\n${error.stack}\n${error.errors ?? ''}`); }
}
process.exit(failed ? 1 : 0);
