import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseOldNode } from './node-version.js';

const fromDist = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const KEPT = ['SEINPOST_CHROMIUM', 'SEINPOST_CORPUS', 'SEINPOST_TEST_COUNT'];

/** One PostgreSQL for the run, with a migrated database `tpl` that tests clone (`test/setup/fresh-database.ts`). */
export default async function start() {
  refuseOldNode();
  forgetTheDesk();
  const began = performance.now();
  const { fastDatabase } = await fromDist('libs/adapters/src/postgres/embedded/fast-database.js');
  globalThis.testDatabase = await fastDatabase();
  process.env.TEST_PG_ADMIN = globalThis.testDatabase.adminUrl;
  await makeTemplate(globalThis.testDatabase.adminUrl);
  process.stderr.write(`test database ready after ${Math.round(performance.now() - began)} ms\n`);
}

/** Nothing of the desk that may be running here reaches a test: not its database, not its folder, not its ports. */
function forgetTheDesk() {
  for (const name of Object.keys(process.env)) {
    const ours = name.startsWith('SEINPOST_') || name.startsWith('DATABASE_URL');
    if (ours && !KEPT.includes(name)) {
      delete process.env[name];
    }
  }
  process.env.SEINPOST_VAR = mkdtempSync(join(tmpdir(), 'seinpost-test-var-'));
}

/** A migration that fails must not keep the tests without a database from running; `freshDatabase` tells of it. */
async function makeTemplate(adminUrl) {
  const { asking } = await fromDist('libs/adapters/src/postgres/embedded/connection.js');
  await asking(adminUrl, (client) => client.query('create database tpl'));
  try {
    const { migrate } = await fromDist('libs/adapters/src/postgres/migrate.js');
    await migrate(adminUrl.replace(/[^/]+$/, 'tpl'), true);
  } catch (error) {
    process.env.TEST_PG_TROUBLE = `The migrations failed: ${error.message}`;
    process.stderr.write(`${process.env.TEST_PG_TROUBLE}\n`);
  }
}
