import type { DataSource } from 'typeorm';
import type { InstallationKind } from '#domain/access/organisation.js';

/** What a database was made for, or null while nobody has said so: it is empty, or its making was cut short. */
export async function kindOf(db: DataSource): Promise<InstallationKind | null> {
  const [{ there }] = (await db.query(`select to_regclass('installation') is not null as there`)) as [
    { there: boolean },
  ];
  if (!there) return null;
  const [row] = await db.query<{ kind: InstallationKind }[]>('select kind from installation');
  return row?.kind ?? null;
}

/** The server's version, e.g. `18.1`. */
export async function serverVersion(db: DataSource): Promise<string> {
  const [row] = await db.query<{ server_version: string }[]>('show server_version');
  return row!.server_version;
}

/** The version of the extension that search finds pieces of words with, or null where the database has none. */
export async function trigramsVersion(db: DataSource): Promise<string | null> {
  const [row] = await db.query<{ version: string }[]>(
    `select extversion as version from pg_extension where extname = 'pg_trgm'`,
  );
  return row?.version ?? null;
}

/** Whether an error says that the extension could not be made: not allowed, not installed on the server, or out of sight. */
export const isAboutTrigrams = (error: unknown): boolean => /trgm/.test(String((error as { query?: unknown }).query));

/** What whoever looks after the server does about it. */
export const TRIGRAMS_REMEDY =
  'let whoever looks after the PostgreSQL server run "create extension pg_trgm" in this database, as a superuser ' +
  '(it comes with the contrib modules of PostgreSQL), then run "seinpost migrate" again';

/** Throws away every table of the desk and its queues; who may do so is the caller's to know. */
export async function dropEverything(db: DataSource): Promise<void> {
  await db.query('drop schema public cascade; create schema public; drop schema if exists jobs cascade');
}
