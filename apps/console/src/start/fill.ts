import { Installation } from '#application/access/installation.js';
import type { InstallationKind } from '#domain/access/organisation.js';
import { migrateDatabase } from '../database.js';
import type { Desk } from '../desk.js';
import { fillPractice } from '../practice.js';
import type { Account } from './run-file.js';

/** What stands in the database once it is filled. */
export interface Filled {
  readonly kind: InstallationKind;
  readonly accounts: readonly Account[];
}

/** Brings the embedded database up to date, and fills a practice desk with practice data; repeatable. */
export async function fill(desk: Desk): Promise<Filled> {
  if (desk.settings.databaseUrl === undefined) await migrateDatabase(desk.settings);
  const kind = await (await desk.get(Installation)).kind();
  return { kind, accounts: kind === 'practice' ? await fillPractice(desk) : [] };
}
