import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import type { Settings } from '#adapters/settings/settings.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { addressOf, migrateDatabase } from './database.js';
import { servedRun } from './start/run-file.js';

/** Throws away everything on a practice desk and makes its tables again; refuses on a live desk and on one being served. */
export async function emptyPractice(settings: Settings): Promise<void> {
  const served = await servedRun(settings.var);
  if (served) throw new RuleViolation('practice.desk-is-running', { address: served.address });
  const db = await openDataSource(await addressOf(settings), 1);
  try {
    const [{ there }] = (await db.query(`select to_regclass('installation') is not null as there`)) as [
      { there: boolean },
    ];
    if (there && (await new PgInstallation(db).kind()) !== 'practice')
      throw new RuleViolation('installation.not-practice');
    await db.query('drop schema public cascade; create schema public; drop schema if exists jobs cascade');
  } finally {
    await db.destroy();
  }
  for (const folder of ['evidence', 'spool', 'practice'])
    await rm(join(settings.var, folder), { recursive: true, force: true });
  await migrateDatabase({ ...settings, practice: true });
}
