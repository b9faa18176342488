import type { DataSource } from 'typeorm';
import { Argon2Hasher } from '#adapters/access/argon2-hasher.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { seedPracticeUsers } from '#application/access/seed-practice-users.js';
import type { Installation } from '#application/access/installation.js';
import type { InstallationKind } from '#domain/access/organisation.js';
import { migrateDatabase } from '../database.js';
import type { Desk } from '../desk.js';
import type { Account } from './run-file.js';

/** What stands in the database once it is filled. */
export interface Filled {
  readonly kind: InstallationKind;
  readonly accounts: readonly Account[];
}

/** Brings the embedded database up to date, and fills a practice desk with practice data; repeatable. */
export async function fill(desk: Desk): Promise<Filled> {
  if (desk.settings.databaseUrl === undefined) await migrateDatabase(desk.settings);
  const database = await desk.dataSource();
  const installation = new PgInstallation(database);
  const kind = await installation.kind();
  return { kind, accounts: kind === 'practice' ? await practiceAccounts(database, installation) : [] };
}

function practiceAccounts(database: DataSource, installation: Installation): Promise<readonly Account[]> {
  return seedPracticeUsers({ installation, users: new PgUsers(database), hasher: new Argon2Hasher() });
}
