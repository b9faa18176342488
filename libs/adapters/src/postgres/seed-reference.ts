import type { DataSource, EntityManager } from 'typeorm';
import type { InstallationKind, Organisation } from '#domain/access/organisation.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { LegalGroundSchema, PlatformSchema, ProviderSchema } from './register.schema.js';

/** The lists that stand in `migrations/reference` and what this database is for. */
export interface ReferenceLists {
  readonly grounds: readonly LegalGround[];
  readonly providers: readonly Provider[];
  readonly platforms: readonly Platform[];
  readonly organisation: Organisation;
  readonly kind: InstallationKind;
}

/** Loads the lists; repeating it changes nothing, and what an installation is stays as it was made. */
export async function seedReference(
  db: DataSource,
  lists: ReferenceLists,
): Promise<{ grounds: number; platforms: number }> {
  await db.transaction(async (tx) => {
    await tx.query('insert into installation (kind, organisation) values ($1, $2) on conflict do nothing', [
      lists.kind,
      JSON.stringify(lists.organisation),
    ]);
    await load(tx, LegalGroundSchema, lists.grounds);
    await load(tx, ProviderSchema, lists.providers);
    await load(tx, PlatformSchema, lists.platforms);
  });
  return { grounds: lists.grounds.length, platforms: lists.platforms.length };
}

/** Takes the columns the table has: a list may say more than this version keeps. */
async function load<T extends object>(tx: EntityManager, schema: { options: { columns: object } }, rows: readonly T[]) {
  const known = Object.keys(schema.options.columns);
  const trimmed = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => known.includes(name))));
  await tx.upsert(schema as never, trimmed as never, { conflictPaths: ['code'] });
}
