import type { EntityManager, EntitySchema } from 'typeorm';
import { isSame } from '#domain/is-same.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { RegisteredThing } from '#domain/provider/register-version.js';
import { takePlatform, takeProvider } from '#domain/provider/take-reference.js';
import { lockRegister } from './pg-kept-register.js';
import { RegisterEntrySchema, RegisterVersionSchema, type RegisterEntryRow } from './register-history.schema.js';
import { PlatformSchema, ProviderSchema } from './register.schema.js';

type Thing = Platform | Provider;
type Merge<T> = (ways: { here: T; before: T; file: T }) => T;

/** What loading does to one thing: its new row and version where anything is new, and what the files now say. */
interface Loaded<T> {
  readonly entry: RegisterEntryRow;
  readonly facts: T;
  readonly isNew: boolean;
}

/** Loads providers and platforms: what a person changed stays, what the files say anew is taken and gets a version. */
export async function loadRegister(
  tx: EntityManager,
  { providers, platforms }: { readonly providers: readonly Provider[]; readonly platforms: readonly Platform[] },
): Promise<void> {
  await lockRegister(tx);
  await loadThings(tx, { thing: 'provider', schema: ProviderSchema, merge: takeProvider }, providers);
  await loadThings(tx, { thing: 'platform', schema: PlatformSchema, merge: takePlatform }, platforms);
}

async function loadThings<T extends Thing>(
  tx: EntityManager,
  { thing, schema, merge }: { thing: RegisteredThing; schema: EntitySchema<T>; merge: Merge<T> },
  files: readonly T[],
): Promise<void> {
  const here = new Map((await tx.find(schema)).map((row) => [row.code, row]));
  const entries = new Map((await tx.findBy(RegisterEntrySchema, { thing })).map((entry) => [entry.code, entry]));
  const loaded = files.map((given): Loaded<T> => {
    const file = trimmed(schema, given);
    const [row, entry] = [here.get(file.code), entries.get(file.code)];
    const facts = row && entry?.loaded ? merge({ here: row, before: entry.loaded as T, file }) : file;
    const isNew = !entry || !isSame(facts, row);
    return {
      entry: { thing, code: file.code, version: (entry?.version ?? 0) + (isNew ? 1 : 0), loaded: file },
      facts,
      isNew,
    };
  });
  await keep(
    tx,
    schema,
    loaded.filter(({ entry, isNew }) => isNew || !isSame(entry, entries.get(entry.code))),
  );
}

async function keep<T extends Thing>(tx: EntityManager, schema: EntitySchema<T>, loaded: readonly Loaded<T>[]) {
  if (loaded.length === 0) return;
  const fresh = loaded.filter(({ isNew }) => isNew);
  const rows = fresh.map(({ facts }) => facts);
  if (rows.length > 0) await tx.upsert(schema as never, rows as never, { conflictPaths: ['code'] });
  const entries = loaded.map(({ entry }) => entry);
  await tx.upsert(RegisterEntrySchema, entries as never, { conflictPaths: ['thing', 'code'] });
  const at = () => 'clock_timestamp()';
  const versions = fresh.map(({ entry: { thing, code, version }, facts }) => {
    return { ...{ thing, code, version, facts, at }, cause: 'loaded', reason: '', userId: null };
  });
  if (versions.length > 0) await tx.insert(RegisterVersionSchema, versions as never);
}

/** The columns the table has: a list may say more than this version keeps. */
function trimmed<T extends Thing>({ options: { columns } }: EntitySchema<T>, row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in columns)) as T;
}
