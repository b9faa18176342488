import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { asking } from '#adapters/postgres/embedded/connection.js';
import { fastDatabase } from '#adapters/postgres/embedded/fast-database.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { SendingDesk } from '#test/flows/sending/sending-desk.js';
import { API_FAULTS } from './api-faults.js';
import { AUDIT_FAULTS } from './audit-faults.js';
import { CANARY_FAULTS } from './canary-faults.js';
import { takeAsTestServer } from '#test/setup/fresh-database.js';
import type { Fault } from './fault.js';
import { INTAKE_FAULTS } from './intake-faults.js';
import { SENDER_FAULTS } from './sender-faults.js';
import { SMTP_FAULTS } from './smtp-faults.js';
import { WEB_FAULTS } from './wall-faults.js';

/** The fault plan as far as it is built; the numbers are those of the plan. */
const FAULTS: readonly Fault[] = [
  ...INTAKE_FAULTS,
  ...SENDER_FAULTS,
  ...SMTP_FAULTS,
  ...API_FAULTS,
  ...CANARY_FAULTS,
  ...WEB_FAULTS,
  ...AUDIT_FAULTS,
];

/** `npm run faults [-- --seed N --times N --only F02]`: a line per fault; ends with 1 when one of them got through. */
async function main(): Promise<number> {
  const options = { seed: { type: 'string' }, times: { type: 'string' }, only: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  process.stdout.write(`seed ${seed}\n`);
  const times = Number(values.times ?? 20);
  const faults = FAULTS.filter((fault) => values.only === undefined || fault.number === values.only);
  const server = await fastDatabase();
  takeAsTestServer(server.adminUrl);
  let failed = 0;
  try {
    for (const [index, fault] of faults.entries()) {
      const desk = await SendingDesk.open(await database(server.adminUrl, `faults_${index}`));
      if (!(await isHeld(fault, { desk, times, random: chance(seed + index), next: counter() }))) failed += 1;
      await desk.close();
    }
  } finally {
    await server.stop();
  }
  process.stdout.write(`${faults.length - failed} held, ${failed} did not (seed ${seed})\n`);
  return failed === 0 && faults.length > 0 ? 0 : 1;
}

async function isHeld(fault: Fault, ground: Parameters<Fault['run']>[0]): Promise<boolean> {
  const began = performance.now();
  const told = (word: string) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${fault.number}  ${word}  ${fault.says} (${seconds} s)\n`);
  };
  try {
    await fault.run(ground);
    told('held  ');
    return true;
  } catch (error) {
    told('FAILED');
    process.stdout.write(`     ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

async function database(adminUrl: string, name: string): Promise<string> {
  await asking(adminUrl, (client) => client.query(`create database ${name}`));
  const url = adminUrl.replace(/[^/]+$/, name);
  await migrate(url, true);
  return url;
}

function counter(): () => number {
  let n = 0;
  return () => (n += 1);
}

/** Chance that the seed alone decides (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

process.exitCode = await main();
