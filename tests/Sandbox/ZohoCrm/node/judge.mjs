// Drives the sandbox with Zoho's own CRM client, unchanged. Usage: node judge.mjs PORT
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import * as sdk from '@zohocrm/nodejs-sdk-8.0';
import { control, expect, play, start, step } from './bench.mjs';

const { HeaderMap, ParameterMap } = sdk;
const records = module => new sdk.Record.RecordOperations(module);
let token, account;

const body = (rows, more = () => {}) => {
  const wrapper = new sdk.Record.BodyWrapper();
  wrapper.setData(rows.map(row => {
    const record = new sdk.Record.Record();
    for (const [name, value] of Object.entries(row)) record.addKeyValue(name, value);
    return record;
  }));
  more(wrapper);
  return wrapper;
};

const link = id => {
  const record = new sdk.Record.Record();
  record.setId(id);
  return record;
};

step('refreshes its token and finds its user', async () => {
  token = await start();
  await token.generateToken();
  assert.match(token.getAccessToken() ?? '1000.stored', /^1000\./);
});

step('reads the organisation and its edition', async () => {
  const org = expect(await new sdk.Org.OrgOperations().getOrganization(), 200, 'ResponseWrapper').getOrg()[0];
  assert.equal(org.getCompanyName(), 'Norvale Trading');
  assert.equal(org.getLicenseDetails().getPaidType(), 'enterprise');
});

step('upserts accounts by a unique field', async () => {
  const write = name => records('Accounts').upsertRecords(body(
    [{ Account_Name: name, Isthmus_Key: 'sage-100:ABC:01', Phone: '312-555-0142', Annual_Revenue: 1250.5, Employees: 12 }],
    wrapper => wrapper.setDuplicateCheckFields(['Isthmus_Key'])), new HeaderMap());
  const first = expect(await write('Harlow'), 200, 'ActionWrapper').getData()[0];
  assert.equal(first.getStatus().getValue(), 'success');
  account = first.getDetails().get('id');
  const again = expect(await write('Harlow Foods'), 200, 'ActionWrapper').getData()[0];
  assert.equal(again.getDetails().get('id'), account);
  assert.equal(again.getMessage().getValue(), 'record updated');
});

step('reads the record whole, with its links and its exact id', async () => {
  await records('Contacts').createRecords(body([{ Last_Name: 'Lovelace', Email: 'ada@example.net', Account_Name: link(BigInt(account)) }]),
    new HeaderMap());
  const record = expect(await records('Accounts').getRecord(BigInt(account), new ParameterMap(), new HeaderMap()), 200, 'ResponseWrapper').getData()[0];
  assert.equal(String(record.getId()), String(account));
  assert.equal(record.getKeyValue('Account_Name'), 'Harlow Foods');
  assert.equal(record.getKeyValue('Annual_Revenue'), 1250.5);
  assert.equal(record.getCreatedBy().getName(), 'Sync User');
  assert.ok(record.getModifiedTime() instanceof Date);
});

step('lists named fields page by page', async () => {
  for (let i = 0; i < 3; i++) await records('Accounts').createRecords(body([{ Account_Name: `Page ${i}` }]), new HeaderMap());
  const parameters = new ParameterMap();
  await parameters.add(sdk.Record.GetRecordsParam.FIELDS, 'Account_Name,Modified_Time');
  await parameters.add(sdk.Record.GetRecordsParam.PER_PAGE, 2);
  const page = expect(await records('Accounts').getRecords(parameters, new HeaderMap()), 200, 'ResponseWrapper');
  assert.equal(page.getData().length, 2);
  assert.equal(page.getInfo().getMoreRecords(), true);
  await parameters.add(sdk.Record.GetRecordsParam.PAGE_TOKEN, page.getInfo().getNextPageToken());
  assert.equal(expect(await records('Accounts').getRecords(parameters, new HeaderMap()), 200).getData().length, 2);
});

step('is told of what is wrong in its own classes', async () => {
  const answer = expect(await records('Accounts').createRecords(body([{ Account_Name: 'x'.repeat(201) }]), new HeaderMap()), 400, 'ActionWrapper');
  const error = answer.getData()[0];
  assert.equal(error.constructor.name, 'APIException');
  assert.equal(error.getCode().getValue(), 'INVALID_DATA');
  assert.equal(Number(error.getDetails().get('maximum_length')), 200);
});

step('asks in COQL', async () => {
  const query = new sdk.Coql.BodyWrapper();
  query.setSelectQuery("select Account_Name, Isthmus_Key from Accounts where Isthmus_Key = 'sage-100:abc:01' limit 10");
  const answer = expect(await new sdk.Coql.CoqlOperations().getRecords(query), 200, 'ResponseWrapper');
  assert.equal(answer.getData()[0].getKeyValue('Account_Name'), 'Harlow Foods');
  assert.equal(answer.getInfo().getMoreRecords(), false);
  query.setSelectQuery('select Nothing from Accounts where id is not null');
  assert.equal(expect(await new sdk.Coql.CoqlOperations().getRecords(query), 400, 'APIException').getCode().getValue(), 'INVALID_QUERY');
});

step('writes an invoice with lines and reads its totals', async () => {
  const product = expect(await records('Products').createRecords(body([{ Product_Name: 'Lamp', Product_Code: 'P-1' }]), new HeaderMap()), 201)
    .getData()[0].getDetails().get('id');
  const line = new sdk.Record.Record();
  const item = new sdk.Record.LineItemProduct();
  item.setId(BigInt(product));
  line.addKeyValue('Product_Name', item);
  line.addKeyValue('Quantity', 3);
  line.addKeyValue('List_Price', 2.5);
  const made = expect(await records('Invoices').createRecords(body([{ Subject: 'I', Invoiced_Items: [line] }]), new HeaderMap()), 201).getData()[0];
  const invoice = expect(await records('Invoices').getRecord(BigInt(made.getDetails().get('id')), new ParameterMap(), new HeaderMap()), 200).getData()[0];
  assert.equal(invoice.getKeyValue('Grand_Total'), 7.5);
  assert.equal(invoice.getKeyValue('Invoiced_Items').length, 1);
});

step('subscribes, is notified and leaves', async () => {
  let take;
  const taken = new Promise(resolve => { take = resolve; });
  const receiver = createServer((request, response) => {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => { response.end(); take(JSON.parse(Buffer.concat(chunks).toString())); });
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => receiver.once('listening', resolve));
  const channel = new sdk.Notifications.Notification();
  channel.setChannelId('1000001');
  channel.setEvents(['Deals.all']);
  channel.setToken('token-1');
  channel.setNotifyUrl(`http://127.0.0.1:${receiver.address().port}/hook`);
  channel.setChannelExpiry(new Date(Math.floor(Date.now() / 1000) * 1000 + 7_200_000));
  const wrapper = new sdk.Notifications.BodyWrapper();
  wrapper.setWatch([channel]);
  const operations = new sdk.Notifications.NotificationsOperations();
  const made = expect(await operations.enableNotifications(wrapper), 201, 'ActionWrapper').getWatch()[0];
  assert.equal(made.getStatus().getValue(), 'success');
  const { ids } = await control('/records/Deals', [{ Deal_Name: 'D', Stage: 'Qualification' }]);
  const news = await taken;
  receiver.close();
  assert.deepEqual([news.module, news.operation, news.token, news.ids], ['Deals', 'insert', 'token-1', ids]);
  const parameters = new ParameterMap();
  await parameters.add(sdk.Notifications.GetNotificationsParam.CHANNEL_ID, '1000001');
  await parameters.add(sdk.Notifications.GetNotificationsParam.MODULE, 'Deals');
  const seen = expect(await operations.getNotifications(parameters), 200, 'ResponseWrapper').getWatch()[0];
  assert.deepEqual(seen.getEvents(), ['Deals.create', 'Deals.edit', 'Deals.delete']);
  channel.setChannelExpiry(new Date(Math.floor(Date.now() / 1000) * 1000 + 82_800_000));
  const renewed = expect(await operations.updateNotification(wrapper), 200, 'ActionWrapper').getWatch()[0];
  assert.match(renewed.getMessage().getValue(), /updated the subscribe details/);
  const leave = new ParameterMap();
  await leave.add(sdk.Notifications.DeleteNotificationParam.CHANNEL_IDS, '1000001');
  assert.equal(expect(await operations.deleteNotification(leave), 200, 'ActionWrapper').getWatch()[0].getStatus().getValue(), 'success');
});

step('updates by id and finds by search', async () => {
  await control('/settings', { searchLagSeconds: 0 });
  const record = new sdk.Record.Record();
  record.setId(BigInt(account));
  record.addKeyValue('Phone', '312-555-0199');
  const wrapper = new sdk.Record.BodyWrapper();
  wrapper.setData([record]);
  expect(await records('Accounts').updateRecords(wrapper, new HeaderMap()), 200, 'ActionWrapper');
  const parameters = new ParameterMap();
  await parameters.add(sdk.Record.SearchRecordsParam.PHONE, '312-555-0199');
  const found = expect(await records('Accounts').searchRecords(parameters, new HeaderMap()), 200, 'ResponseWrapper').getData();
  assert.equal(String(found[0].getId()), String(account));
});

step('deletes, and lists what was deleted', async () => {
  const parameters = new ParameterMap();
  await parameters.add(sdk.Record.DeleteRecordsParam.IDS, String(account));
  assert.equal(expect(await records('Accounts').deleteRecords(parameters, new HeaderMap()), 200, 'ActionWrapper').getData()[0].getMessage().getValue(), 'record deleted');
  const all = new ParameterMap();
  await all.add(sdk.Record.GetDeletedRecordsParam.TYPE, 'all');
  const gone = expect(await records('Accounts').getDeletedRecords(all, new HeaderMap()), 200, 'DeletedRecordsWrapper').getData()[0];
  assert.equal(String(gone.getId()), String(account));
});

await play();
