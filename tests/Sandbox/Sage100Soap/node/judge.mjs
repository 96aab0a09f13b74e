// Drives the sandbox with the npm client "soap", unchanged: it reads the WSDL and its schemas and calls by it. Usage: node judge.mjs PORT
import assert from 'node:assert/strict';
import soap from 'soap';

const port = Number(process.argv[2]);
const address = `http://127.0.0.1:${port}/sage-100/soap`;
const logon = { Password: 'soap-sandbox-secret', Username: 'zsync' };
const company = { logon, companyCode: 'ABC' };
const key = { arDivisionNo: '01', customerNo: 'HARB01' };
const client = await soap.createClientAsync(`${address}?wsdl`);
const call = async (operation, body) => (await client[`${operation}Async`](body))[0];
const fails = async (promise, code) => {
  try { await promise; } catch (error) {
    const fault = error.root.Envelope.Body.Fault;
    assert.equal(fault.detail.MasFault.ErrorCode, code);
    return fault.detail.MasFault.ErrorMessage;
  }
  assert.fail(`should have failed with ${code}`);
};

const steps = {
  'knows the operations': () => assert.ok(client.describe().MasService.BasicHttpBinding.GetCustomer),
  'asks for the contract': async () => {
    const { GetContractInformationResult: about } = await call('GetContractInformation', {});
    assert.equal(Number(about.ContractVersion), 4);
    assert.equal(new Date(about.NullDateTime).getFullYear(), 1753);
  },
  'creates, reads and updates a customer': async () => {
    const OtherFields = { Field: [{ MasFieldName: 'UDF_EXTERNAL_ID', Value: 'zoho:9' }] };
    await call('CreateCustomer', { ...company, customer: { ARDivisionNo: '01', City: 'Portland', CustomerName: 'Harbor & Söhne', CustomerNo: 'HARB01', OtherFields } });
    const { GetCustomerResult: read } = await call('GetCustomer', { ...company, ...key });
    assert.equal(read.CustomerName, 'Harbor & Söhne');
    assert.equal([read.OtherFields.Field].flat()[0].Value, 'zoho:9');
    assert.ok(read.DateTimeCreated);
    await call('UpdateCustomer', { ...company, customer: { ARDivisionNo: '01', CustomerNo: 'HARB01', State: 'OR' } });
    assert.equal((await call('GetCustomer', { ...company, ...key })).GetCustomerResult.State, 'OR');
  },
  'adds and removes a contact': async () => {
    await call('CreateCustomerContact', { ...company, customerContact: { ARDivisionNo: '01', ContactCode: 'ANA', ContactName: 'Ana', CustomerNo: 'HARB01' } });
    const contact = { ...company, ...key, contactCode: 'ANA' };
    assert.equal((await call('GetCustomerContact', contact)).GetCustomerContactResult.ContactName, 'Ana');
    await call('DeleteCustomerContact', contact);
    await fails(call('GetCustomerContact', contact), 'CI_NoKey');
  },
  'enters an order with its lines': async () => {
    const { GetNextSalesOrderNoResult: SalesOrderNo } = await call('GetNextSalesOrderNo', company);
    const Lines = { SalesOrderLine: [{ ItemCode: 'GASKET-12', QuantityOrdered: 12 }] };
    await call('CreateSalesOrder', { ...company, salesOrder: { ARDivisionNo: '01', CustomerNo: 'HARB01', Lines, SalesOrderNo } });
    const { GetSalesOrderResult: order } = await call('GetSalesOrder', { ...company, salesOrderNo: SalesOrderNo });
    assert.equal(Number([order.Lines.SalesOrderLine].flat()[0].ExtensionAmt), 51);
    await call('DeleteSalesOrder', { ...company, salesOrderNo: SalesOrderNo });
    await fails(call('GetSalesOrder', { ...company, salesOrderNo: SalesOrderNo }), 'CI_NoKey');
  },
  'is refused as Sage refuses': async () => {
    await fails(call('CreateCustomer', { ...company, customer: { ARDivisionNo: '01', CustomerName: 'x', CustomerNo: 'HARB01' } }), 'WS_AlreadyExists');
    assert.match(await fails(call('CreateCustomer', { ...company, customer: { ARDivisionNo: '01', CustomerName: 'x', CustomerNo: 'NEW', TermsCode: '99' } }), 'CI_NOF'), /TermsCode/);
    await fails(call('GetCustomer', { logon: { ...logon, Password: 'no' }, companyCode: 'ABC', ...key }), 'WS_Logon');
    await fails(call('GetCustomer', { logon, companyCode: 'abc', ...key }), 'WS_Company');
  },
};

let failed = 0;
for (const [name, run] of Object.entries(steps)) {
  try { await run(); console.log(`ok ${name}`); } catch (error) { failed++; console.log(`FAILED ${name}\n${error.stack}`); }
}
process.exit(failed ? 1 : 0);
