import type { DataSource, EntityManager } from 'typeorm';
import type { InstallationKind, Organisation } from '#domain/access/organisation.js';
import { system } from '#domain/event.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { appendEvents } from './event-log.js';
import { LegalGroundSchema, PlatformSchema, ProviderSchema } from './register.schema.js';

/** The lists that stand in `migrations/reference` and what this database is for. */
export interface ReferenceLists {
  readonly grounds: readonly LegalGround[];
  readonly providers: readonly Provider[];
  readonly platforms: readonly Platform[];
  /** Who a new database is for while nobody has said so. */
  readonly organisation: Organisation;
  /** Who we are by the operator's word; takes the place of what stands there. */
  readonly ours?: Organisation;
  readonly kind: InstallationKind;
}

/** Loads the lists; repeating it changes nothing, and what an installation is for stays as it was made. */
export async function seedReference(
  db: DataSource,
  lists: ReferenceLists,
): Promise<{ grounds: number; platforms: number }> {
  await db.transaction(async (tx) => {
    const isChanged = await install(tx, lists);
    await load(tx, LegalGroundSchema, lists.grounds);
    await load(tx, ProviderSchema, lists.providers);
    await load(tx, PlatformSchema, lists.platforms);
    if (isChanged) await appendEvents(tx, system('migrate'), [ORGANISATION_DESCRIBED]);
  });
  return { grounds: lists.grounds.length, platforms: lists.platforms.length };
}

/** Answers whether who we are has changed. */
async function install(tx: EntityManager, { kind, organisation, ours }: ReferenceLists): Promise<boolean> {
  const made: unknown[] = await tx.query(
    'insert into installation (kind, organisation) values ($1, $2) on conflict do nothing returning kind',
    [kind, JSON.stringify(ours ?? organisation)],
  );
  if (made.length > 0 || ours === undefined) return false;
  const [, changed]: [unknown, number] = await tx.query(
    'update installation set organisation = $1::jsonb where organisation <> $1::jsonb',
    [JSON.stringify(ours)],
  );
  return changed > 0;
}

const ORGANISATION_DESCRIBED = { kind: 'organisation-described', subject: 'installation', subjectId: 'sole' } as const;

/** Takes the columns the table has: a list may say more than this version keeps. */
async function load<T extends object>(tx: EntityManager, schema: { options: { columns: object } }, rows: readonly T[]) {
  const known = Object.keys(schema.options.columns);
  const trimmed = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => known.includes(name))));
  await tx.upsert(schema as never, trimmed as never, { conflictPaths: ['code'] });
}
