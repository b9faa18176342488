import type { DataSource, EntityManager } from 'typeorm';
import type { InstallationKind, Organisation } from '#domain/access/organisation.js';
import { system } from '#domain/event.js';
import type { CountryPack } from '#domain/ground/country-pack.js';
import type { Keyword } from '#domain/ground/keyword.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { appendEvents } from './event-log.js';
import { KeywordSchema, LegalGroundSchema, PlatformSchema, ProviderSchema } from './register.schema.js';

/** The lists that stand in `migrations/reference` and what this database is for. */
export interface ReferenceLists {
  /** The data pack of a country (ISO 3166 alpha-2): whose it is, the organisation says. */
  readonly packOf: (country: string) => CountryPack;
  readonly keywords: readonly Keyword[];
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
  const grounds = await db.transaction(async (tx) => {
    const isChanged = await install(tx, lists);
    const pack = lists.packOf(await countryOf(tx));
    await load(tx, KeywordSchema, lists.keywords);
    await load(tx, LegalGroundSchema, pack.grounds);
    await loadTemplates(tx, pack);
    await load(tx, ProviderSchema, lists.providers);
    await load(tx, PlatformSchema, lists.platforms);
    if (isChanged) await appendEvents(tx, system('migrate'), [ORGANISATION_DESCRIBED]);
    return pack.grounds.length;
  });
  return { grounds, platforms: lists.platforms.length };
}

async function countryOf(tx: EntityManager): Promise<string> {
  const rows: { country: string }[] = await tx.query(`select organisation ->> 'country' as country from installation`);
  return rows[0]!.country;
}

/** The pack's wording becomes the next version only where the pack wrote the latest too: a person's wording stays. */
async function loadTemplates(tx: EntityManager, { templates }: CountryPack): Promise<void> {
  await tx.query(
    `insert into ground_explanations (ground, language, version, text, source, at)
     select p.ground, p.language, coalesce(l.version, 0) + 1, p.text, 'pack', clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as p(ground text, language text, text text)
     left join lateral (select version, text, source from ground_explanations e
                        where e.ground = p.ground and e.language = p.language order by version desc limit 1) l on true
     where l.version is null or (l.source = 'pack' and l.text <> p.text)`,
    [JSON.stringify(templates)],
  );
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
