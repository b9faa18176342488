import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { dataSourceOptions, openDataSource } from '#adapters/postgres/data-source.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { PgPlatformFile } from '#adapters/postgres/pg-platform-file.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { withTexts } from '#domain/provider/platform-texts.js';
import type { Platform } from '#domain/provider/platform.js';
import { differencesBetween } from '#domain/provider/register-facts.js';
import { RegisterTexts1763740000530 } from '#migrations/1763740000530-register-texts.js';
import { MIGRATIONS } from '#migrations/all.js';
import { testServer } from '#test/setup/fresh-database.js';

const lists = referenceLists('practice');
const ref = (code: string): Platform => lists.platforms.find((one) => one.code === code)!;
/** What a platform was before: one text, in English. */
const before = (platform: Platform): Platform => withTexts(platform, ({ en }) => en as never);

let db: DataSource;
let file: PgPlatformFile;

beforeAll(async () => {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const server = await openDataSource(testServer(), 1);
  await server.query(`create database ${name}`);
  await server.destroy();
  const url = testServer().replace(/[^/]+$/, name);
  const cut = MIGRATIONS.findIndex((one) => one.name.startsWith('RegisterTexts'));
  const old = await new DataSource({ ...dataSourceOptions(url, 1), migrations: MIGRATIONS.slice(0, cut) }).initialize();
  await old.runMigrations();
  await asTheOldDeskDid(old);
  await old.destroy();
  await migrate(url);
  db = await openDataSource(url, 2);
  file = new PgPlatformFile(db);
});
afterAll(() => db.destroy());

/** Facebook as it was loaded, X whose answers a person told otherwise, and a site that a person added. */
async function asTheOldDeskDid(old: DataSource): Promise<void> {
  await old.query(`insert into providers (code, legal_entity, source, confidence, contact_points)
    values ('meta', 'Meta', 's', 'K', '[]'), ('x', 'X', 's', 'K', '[]'), ('own-site', 'Site', 's', 'K', '[]')`);
  const [facebook, x] = [before(ref('facebook')), before(ref('x'))];
  const note = 'Single-contact form for trusted flaggers, after onboarding.';
  const site = { ...x, code: 'own-site', providerCode: 'own-site', hosts: [], channels: [] };
  await stood(old, facebook, facebook);
  await stood(
    old,
    { ...x, replies: 'Calls back.' as never, channels: [{ ...x.channels[0]!, note: note as never }] },
    x,
  );
  await stood(old, site, null);
}

async function stood(old: DataSource, one: Platform, loaded: Platform | null): Promise<void> {
  await old.query(
    `insert into platforms (code, provider_code, name, kind, hosts, channels, source, confidence, other_ways,
       trusted_flagger, only_person_concerned, replies) values ($1, $2, $3, $4, $5, $6, $7, 'K', $8, $9, $10, $11)`,
    [
      ...[one.code, one.providerCode, one.name, one.kind, JSON.stringify(one.hosts), JSON.stringify(one.channels)],
      ...['s', JSON.stringify(one.otherWays), one.trustedFlagger, JSON.stringify(one.onlyPersonConcerned), one.replies],
    ],
  );
  await old.query(`insert into register_entries (thing, code, version, loaded) values ('platform', $1, 1, $2)`, [
    one.code,
    loaded,
  ]);
  await old.query(
    `insert into register_versions (thing, code, version, facts, cause, reason, user_id, at)
     values ('platform', $1, 1, $2, 'loaded', '', null, now())`,
    [one.code, one],
  );
}

const standing = async (code: string): Promise<Platform> => (await file.standing(code)).platform.thing;

describe('texts of the register that stood in one language', () => {
  test('are English until the reference data bring both', async () => {
    const [facebook, site] = [await standing('facebook'), await standing('own-site')];
    expect(facebook.replies).toEqual({ nl: '', en: ref('facebook').replies.en });
    expect(facebook.channels[0]!.knownDefects[0]!.what).toEqual({
      nl: '',
      en: ref('facebook').channels[0]!.knownDefects[0]!.what.en,
    });
    expect(site.trustedFlagger.note).toEqual({ nl: '', en: ref('x').trustedFlagger.note.en });
  });

  test('are told apart from what a person made of them when both languages come', async () => {
    await seedReference(db, lists);
    const [facebook, x] = [await standing('facebook'), await standing('x')];
    const texts = ({ channels, otherWays, trustedFlagger, onlyPersonConcerned, replies }: Platform) => {
      return { channels, otherWays, trustedFlagger, onlyPersonConcerned, replies };
    };
    expect(texts(facebook)).toEqual(texts(ref('facebook')));
    expect(x.replies).toEqual({ nl: '', en: 'Calls back.' });
    expect(x.channels[0]!.note.nl).toBe('');
    expect(x.onlyPersonConcerned).toEqual(ref('x').onlyPersonConcerned);
    expect(await standing('own-site')).toMatchObject({ replies: { nl: '', en: ref('x').replies.en } });
  });

  test('are still read from the version that kept them', async () => {
    const versions = await file.versions('platform', 'facebook');
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const [now, was] = versions.map(({ facts }) => facts as Platform);
    expect(was!.replies).toEqual({ nl: '', en: ref('facebook').replies.en });
    const fields = differencesBetween(was!, now!).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['replies-nl', 'only-person-nl', 'note-nl', 'flagger-note-nl']));
    expect(fields.filter((field) => field.endsWith('-en'))).toEqual([]);
  });

  test('can go back to one', async () => {
    const one = db.createQueryRunner();
    await new RegisterTexts1763740000530().down(one);
    const rows = (await one.query(
      `select replies, trusted_flagger ->> 'note' as note from platforms where code = 'facebook'`,
    )) as { replies: string; note: string }[];
    expect(rows).toEqual([{ replies: ref('facebook').replies.en, note: ref('facebook').trustedFlagger.note.en }]);
    await one.release();
  });
});
