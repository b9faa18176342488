import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { auditVerify } from './audit-verify.js';
import { BenchDatabase } from './bench-database.js';
import { casePage } from './case-page.js';
import { deskAtSize } from './desk-at-size.js';
import { table, type Figure, type Ground, type Measure } from './figure.js';
import { followUp } from './follow-up.js';
import { freshClone } from './fresh-clone.js';
import { ingest } from './ingest.js';
import { policy } from './policy.js';
import { recognise } from './recognise.js';
import { signIn } from './sign-in.js';

const MEASURES: readonly Measure[] = [
  followUp,
  ingest,
  casePage,
  policy,
  recognise,
  signIn,
  deskAtSize,
  freshClone,
  auditVerify,
];

/**
 * `npm run bench [-- --only NAME --small]`: one table of ours against a reference of the same run. Ends with 1 only when
 * a measure could not be made; a missed bound is marked and left to people, as machines differ.
 */
async function main(): Promise<number> {
  const options = { only: { type: 'string', multiple: true }, small: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  const measures = MEASURES.filter(({ name }) => values.only?.includes(name) ?? true);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (measures.length === 0) say(`Nothing to measure; there are ${MEASURES.map(({ name }) => name).join(', ')}.`);
  const database = await BenchDatabase.open();
  const figures: Figure[] = [];
  let failed = measures.length === 0 ? 1 : 0;
  try {
    for (const measure of measures) {
      const found = await measured(measure, { database, share: values.small ? 0.1 : 1, say });
      if (found) figures.push(...found);
      else failed += 1;
    }
  } finally {
    await database.close();
  }
  process.stdout.write(table(figures));
  return failed === 0 ? 0 : 1;
}

async function measured(measure: Measure, ground: Ground): Promise<readonly Figure[] | undefined> {
  ground.say(`${measure.name} …`);
  try {
    return await measure.run(ground);
  } catch (error) {
    ground.say(`${measure.name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
    return undefined;
  }
}

process.exitCode = await main();
