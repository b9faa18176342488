import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { verify } from '#adapters/bag/verify.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(60_000);
const DOSSIER = { about: 'practice', from: '2026-10-01', to: '2026-11-30' };

let app: NestExpressApplication;
let visitor: DeskVisit;
let dossier: string;
let folder: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  visitor = new DeskVisit(app);
  await visitor.signIn('supervisor');
  folder = await mkdtemp(join(tmpdir(), 'seinpost-dossiers-'));
  await open.scene.notices(NoticeBuilder.aNotice(901).sentOn().decidedOn('2026-11-05T09:00:00Z').build());
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a dossier', () => {
  test('says on the first day how to begin one', async () => {
    expect((await visitor.get('/dossiers')).text).toContain('Er is nog geen dossier');
  });

  test('is begun about a platform and a period, and shows both as people say them', async () => {
    const done = await visitor.post('/dossiers', DOSSIER);
    expect(done.status).toBe(303);
    dossier = String(done.headers['location']);
    for (const page of [dossier, '/dossiers']) {
      const { text } = await visitor.get(page);
      expect(text).toContain('Oefenplatform');
      expect(text).toContain('1 okt 2026');
      expect(text).toContain('30 nov 2026');
    }
  });

  test('with nothing filled in is refused at each field', async () => {
    const refused = await visitor.post('/dossiers', {});
    expect(refused.status).toBe(422);
    for (const field of ['about', 'from', 'to']) expect(refused.text).toContain(`href="#${field}"`);
  });

  test.each([
    ['about', 'nowhere', 'Kies over welk platform'],
    ['about', '<script>', 'Kies over welk platform'],
    ['from', '2026-02-31', 'Vul een dag in'],
    ['from', '2026-12-01', 'De einddag ligt voor de begindag'],
    ['to', 'morgen', 'Vul een dag in'],
    ['to', '9999-99-99', 'Vul een dag in'],
    ['about', 'a\u0000b', 'teken'],
  ])('with %s as %j is refused in words', async (field, value, says) => {
    const refused = await visitor.post('/dossiers', { ...DOSSIER, [field]: value });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
    expect(refused.text).toContain('value="2026-');
  });

  test('makes a file for the regulator that the verifier accepts', async () => {
    await visitor.get(dossier);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(app.getHttpServer())
      .post(`${dossier}/file`)
      .type('form')
      .set({ Host: 'localhost', Cookie: cookie })
      .send({ _csrf: visitor.token, _once: randomUUID(), version: 'confidential' })
      .buffer(true)
      .parse((stream, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="?E-2026-\d+-confidential\.zip"?$/);
    const file = join(folder, 'dossier.zip');
    await writeFile(file, answer.body as Buffer);
    expect(await verify(file)).toMatchObject({ ok: true });
  });

  test('in a version that does not exist is refused, and no file is made', async () => {
    const refused = await visitor.post(`${dossier}/file`, { version: '../evil' });
    expect(refused.status).toBe(422);
    expect(refused.headers['content-disposition']).toBeUndefined();
  });

  test.each([uuid(999), 'x', '%00', 'E-1999-00001'])('that nobody knows (%s) is not found', async (id) => {
    await visitor.get('/dossiers');
    expect((await visitor.get(`/dossiers/${id}`)).status).toBe(404);
    expect((await visitor.post(`/dossiers/${id}/file`, { version: 'public' })).status).toBe(404);
  });
});

describe('who may do what with dossiers', () => {
  test.each(['auditor', 'reviewer'] as const)('a person with the role %s looks and begins none', async (role) => {
    const person = new DeskVisit(app);
    await person.signIn(role);
    const list = await person.get('/dossiers');
    expect([list.status, list.text.includes('Dossier beginnen')]).toEqual([200, false]);
    expect((await person.get(dossier)).text).not.toContain('Bestand maken');
    expect((await person.post('/dossiers', DOSSIER)).status).toBe(403);
    expect((await person.post(`${dossier}/file`, {})).status).toBe(403);
  });

  test.each(['caseworker', 'administrator'] as const)(
    'a person with the role %s sees none, and the register of platforms all the same',
    async (role) => {
      const person = new DeskVisit(app);
      await person.signIn(role);
      for (const page of ['/dossiers', dossier]) expect((await person.get(page)).status).toBe(403);
      const register = await person.get('/platforms');
      expect([register.status, register.text.includes('Oefenplatform')]).toEqual([200, true]);
    },
  );
});
