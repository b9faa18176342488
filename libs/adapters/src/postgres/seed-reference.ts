import type { DataSource, EntityManager } from 'typeorm';
import {
  whole,
  type DescribedOrganisation,
  type InstallationKind,
  type Organisation,
} from '#domain/access/organisation.js';
import { takeFile } from '#domain/access/redescribe.js';
import { system } from '#domain/event.js';
import type { CountryPack } from '#domain/ground/country-pack.js';
import type { Keyword } from '#domain/ground/keyword.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { appendEvents } from './event-log.js';
import { loadRegister } from './load-register.js';
import { HelpLineSchema } from './pg-help-lines.js';
import { KeywordSchema, LegalGroundSchema } from './register.schema.js';

/** The lists that stand in `migrations/reference` and what this database is for. */
export interface ReferenceLists {
  /** The data pack of a country (ISO 3166 alpha-2): whose it is, the organisation says. */
  readonly packOf: (country: string) => CountryPack;
  /** The days on which people of a country do not work. */
  readonly holidaysOf: (country: string) => readonly { readonly day: string; readonly name: string }[];
  readonly keywords: readonly Keyword[];
  readonly providers: readonly Provider[];
  readonly platforms: readonly Platform[];
  /** Who a new database is for while nobody has said so. */
  readonly organisation: Organisation;
  /** Who we are by the operator's file; it takes the place of what stands there, but for what was edited on pages since. */
  readonly ours?: Organisation;
  readonly kind: InstallationKind;
}

/** Loads the lists; repeating it changes nothing, and what an installation is for stays as it was made. */
export async function seedReference(
  db: DataSource,
  lists: ReferenceLists,
): Promise<{ grounds: number; platforms: number; kept: readonly string[] }> {
  const { grounds, kept } = await db.transaction(async (tx) => {
    const described = await install(tx, lists);
    const country = await countryOf(tx);
    const pack = lists.packOf(country);
    await loadHolidays(tx, country, lists.holidaysOf(country));
    await load(tx, KeywordSchema, lists.keywords);
    await load(tx, LegalGroundSchema, pack.grounds);
    await loadTemplates(tx, pack);
    await load(tx, HelpLineSchema, pack.helpLines);
    await loadRegister(tx, lists);
    if (described.isChanged) await appendEvents(tx, system('migrate'), [ORGANISATION_DESCRIBED]);
    return { grounds: pack.grounds.length, kept: described.kept };
  });
  return { grounds, platforms: lists.platforms.length, kept };
}

async function countryOf(tx: EntityManager): Promise<string> {
  const rows: { country: string }[] = await tx.query(`select organisation ->> 'country' as country from installation`);
  return rows[0]!.country;
}

/** The days of the file take the place of those that were there: a holiday may be moved. */
async function loadHolidays(tx: EntityManager, country: string, days: readonly object[]): Promise<void> {
  await tx.query('delete from holidays where country = $1', [country]);
  await tx.query(
    'insert into holidays (country, day, name) select $1, d.day, d.name from jsonb_to_recordset($2) as d(day date, name text)',
    [country, JSON.stringify(days)],
  );
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

/** Answers whether who we are has changed, and which fields of the file were not taken because pages edited them. */
async function install(
  tx: EntityManager,
  { kind, organisation, ours }: ReferenceLists,
): Promise<{ isChanged: boolean; kept: readonly string[] }> {
  const made: unknown[] = await tx.query(
    'insert into installation (kind, organisation, loaded) values ($1, $2, $2) on conflict do nothing returning kind',
    [kind, JSON.stringify(ours ?? organisation)],
  );
  if (made.length > 0 || ours === undefined) return { isChanged: false, kept: [] };
  const [{ here, before }] = (await tx.query(
    'select organisation as here, coalesce(loaded, organisation) as before from installation for update',
  )) as [{ here: DescribedOrganisation; before: DescribedOrganisation }];
  const { now, kept } = takeFile(whole(here), whole(before), ours);
  const [, changed]: [unknown, number] = await tx.query(
    'update installation set organisation = $1::jsonb, version = version + 1 where organisation <> $1::jsonb',
    [JSON.stringify(now)],
  );
  await tx.query('update installation set loaded = $1::jsonb', [JSON.stringify(ours)]);
  return { isChanged: changed > 0, kept };
}

const ORGANISATION_DESCRIBED = { kind: 'organisation-described', subject: 'installation', subjectId: 'sole' } as const;

/** Takes the columns the table has: a list may say more than this version keeps. */
async function load<T extends object>(tx: EntityManager, schema: { options: { columns: object } }, rows: readonly T[]) {
  const known = Object.keys(schema.options.columns);
  const trimmed = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => known.includes(name))));
  await tx.upsert(schema as never, trimmed as never, { conflictPaths: ['code'] });
}
