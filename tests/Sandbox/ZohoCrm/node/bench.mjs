// Sets the official client up against the sandbox, by its public API only. Usage: node judge.mjs PORT
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as sdk from '@zohocrm/nodejs-sdk-8.0';

export const port = Number(process.argv[2]);
const host = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'isthmus-crm-'));
const steps = [];

export const step = (name, run) => steps.push({ name, run });

export async function start() {
  const environment = sdk.DataCenter.setEnvironment(`${host}/zoho-crm`, `${host}/zoho-accounts/oauth/v2/token`, host);
  const token = new sdk.OAuthBuilder().clientId('1000.CRMSANDBOX').clientSecret('crm-sandbox-secret')
    .refreshToken('1000.crm.sandbox.refresh').build();
  const store = new sdk.FileStore(join(folder, 'tokens.txt'));
  const logger = new sdk.LogBuilder().level(sdk.Levels.OFF).filePath(join(folder, 'log.txt')).build();
  const config = new sdk.SDKConfigBuilder().autoRefreshFields(false).pickListValidation(false).build();
  await (await new sdk.InitializeBuilder()).environment(environment).token(token).store(store)
    .SDKConfig(config).resourcePath(folder).logger(logger).initialize();
  return token;
}

export const control = async (path, body) => (await fetch(`${host}/_sandbox/zoho-crm${path}`,
  { method: 'POST', body: JSON.stringify(body) })).json();

export function expect(response, status, type) {
  if (response.getStatusCode() !== status) throw new Error(`${response.getStatusCode()} instead of ${status}`);
  const object = response.getObject();
  if (type && object.constructor.name !== type) throw new Error(`${object.constructor.name} instead of ${type}`);
  return object;
}

export async function play() {
  let failed = 0;
  for (const { name, run } of steps) {
    const started = performance.now();
    try {
      await run();
      console.log(`ok   ${name} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      failed++;
      console.log(`FAIL ${name}: ${error?.stack ?? error} ${JSON.stringify(error?.details ?? null)} ${error?.cause?.stack ?? ''}`);
    }
  }
  process.exit(failed === 0 ? 0 : 1);
}
