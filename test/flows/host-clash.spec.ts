import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { platformsFinding } from '../../apps/console/src/doctor/platforms.js';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { PgRegister } from '#adapters/postgres/pg-register.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import type { DataSource } from 'typeorm';

const OWN = 'own-voorbeeldforum-example';

let app: NestExpressApplication;
let caseworker: DeskVisit;
let db: DataSource;
const notice = NoticeBuilder.aNotice(61).about('https://voorbeeldforum.example/topic/1');

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor: caseworker } = open);
  db = await openDataSource(open.databaseUrl, 2);
  await caseworker.get('/platforms/new');
  await caseworker.post('/platforms/new', {
    ...{ name: 'Voorbeeldforum', host: 'voorbeeldforum.example', kind: 'online-platform' },
    ...{ email: 'abuse@voorbeeldforum.example', source: 'security.txt' },
  });
  await open.scene.notices(notice.saying({ platformCode: OWN }).sentOn('2026-11-02T09:00:00Z').build());
});
afterAll(async () => {
  await db.destroy();
  await app.close();
});

/** The lists as an update brings them: the forum is a platform now. */
async function update(): Promise<void> {
  const lists = referenceLists('practice');
  const fok = lists.platforms.find(({ code }) => code === 'fok')!;
  const forum = { ...fok, code: 'forum', name: 'Het Forum', hosts: ['voorbeeldforum.example'] };
  await seedReference(db, { ...lists, platforms: [...lists.platforms, forum] });
}

const finding = async () => platformsFinding(await new PgRegister(db).platforms());
const missing = (text: string, parts: readonly string[]): string[] => parts.filter((part) => !text.includes(part));

describe('reference data that bring a host which a person had added', () => {
  test('load, leave the added site and its notices, and the doctor says what to do', async () => {
    expect((await finding()).status).toBe('ok');
    await update();
    await update();
    const { status, detail, remedy } = await finding();
    expect([status, missing(detail, ['voorbeeldforum.example belongs to forum and own-', 'as forum'])]).toEqual([
      'warn',
      [],
    ]);
    expect(remedy).toContain('take the host away');
    const { text } = await caseworker.get(`/notices/${notice.build().id}`);
    expect(missing(text, ['TF-2026-000061', 'Voorbeeldforum'])).toEqual([]);
  });

  test('are told of on both pages, and the list marks both', async () => {
    const { text: ours } = await caseworker.get(`/platforms/${OWN}`);
    expect(missing(ours, ['staat ook bij Het Forum', 'Nieuwe adressen horen voortaan bij Het Forum'])).toEqual([]);
    const { text: theirs } = await caseworker.get('/platforms/forum');
    expect(missing(theirs, ['staat ook bij Voorbeeldforum', `href="/platforms/${OWN}"`])).toEqual([]);
    const { text } = await caseworker.get('/platforms?q=voorbeeldforum.example');
    expect(text.match(/Adres staat dubbel/g)).toHaveLength(2);
  });

  test('are settled once the host stands with one of them', async () => {
    await db.query(`update platforms set hosts = '[]' where code = $1`, [OWN]);
    expect((await finding()).status).toBe('ok');
    const { text } = await caseworker.get('/platforms/forum');
    expect(text).not.toContain('staat ook bij');
  });
});
