import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { DataSource } from 'typeorm';
import { EventLog } from '#application/event-log.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { system } from '#domain/event.js';
import { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem, type EvidenceKind } from '#domain/evidence/evidence-item.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { FILE_POLICY } from '../frame/file.js';

const { imagery: _imagery, ...UNSEEN } = ANSWERED;
const URL = 'http://127.0.0.1:3301/posts/901';
const MADE = '2026-11-02T08:00:00.000Z';
const NOTICE = `/notices/${uuid(901)}`;
const FILES = [
  { id: uuid(711), name: 'fullpage-001.png', kind: 'full-page', mediaType: 'image/png' },
  { id: uuid(712), name: 'document.html', kind: 'document', mediaType: 'text/html' },
  { id: uuid(713), name: 'drawing.svg', kind: 'resource', mediaType: 'image/svg+xml' },
  { id: uuid(714), name: 'text.txt', kind: 'text', mediaType: 'text/plain' },
] as const;

let app: NestExpressApplication;
let visitor: DeskVisit;
let scene: DeskScene;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor, scene } = open);
  await open.scene.notices(
    NoticeBuilder.aNotice(901).about(URL).build(),
    NoticeBuilder.aNotice(902)
      .saying({ grounds: [{ code: 'SR252', explanation: 'Het adres volstaat bij deze rechtsgrond.' }] })
      .build(),
    NoticeBuilder.aNotice(903).withoutGround().build(),
    NoticeBuilder.aNotice(905).about('http://127.0.0.1:3301/posts/906#deel').build(),
    NoticeBuilder.aNotice(906)
      .about('http://127.0.0.1:3301/posts/906')
      .saying({ answers: { ...ANSWERED, imagery: 'sexual-minor' } })
      .build(),
    NoticeBuilder.aNotice(904).saying({ answers: UNSEEN }).build(),
  );
  await captured(open.scene);
});
afterAll(() => app.close());

const itemOf = (n: number, url: string) => NoticeBuilder.item(uuid(n), 1, url).id;

/** A capture of the first notice's post, with each kind of file. */
async function captured(scene: DeskScene): Promise<void> {
  const job = { url: URL, policy: 'full', grounds: ['AW21'], allow: [], folder: 'x', askedAt: MADE } as const;
  const found = { state: 'complete', reasons: [], httpStatus: 200, finalUrl: URL, title: 'x' } as const;
  const result = { ...found, startedAt: MADE, endedAt: MADE, artefacts: [], manifestSha256: null };
  const items: EvidenceItem[] = [];
  for (const { kind, ...file } of FILES) {
    const { digest, size } = await app.get(EvidenceStore).put(Buffer.from(`<script>alert('${file.name}')</script>`));
    const provenance = { captureId: uuid(710), url: URL, madeAt: MADE, madeWith: 'test' };
    const facts = { ...file, kind: kind as EvidenceKind, digest, size, provenance };
    items.push(EvidenceItem.stored(facts, new Date(MADE), 'test'));
  }
  const of = { noticeId: uuid(901), itemId: itemOf(901, URL) };
  const books = (await scene.worker()).get(Books);
  await books.together(system('test'), ({ evidence }) => evidence.add(Capture.made(uuid(710), job, result), of, items));
}

const asked = async (n: number) =>
  (await app.get(EventLog).of('notice', uuid(n))).filter(({ kind }) => kind === 'capture-requested').length;

describe('the files of a capture', () => {
  test.each(FILES.map((file) => [file.name, file] as const))(
    '%s comes as it was kept and can do nothing',
    async (name, file) => {
      const answer = await visitor.get(`/evidence/${file.id}`);
      const isPicture = file.mediaType === 'image/png';
      expect(answer.status).toBe(200);
      expect(answer.headers['content-security-policy']).toBe(FILE_POLICY);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-type']).toBe(isPicture ? 'image/png' : 'application/octet-stream');
      expect(answer.headers['content-disposition']).toBe(`${isPicture ? 'inline' : 'attachment'}; filename="${name}"`);
      expect(String(answer.headers['cache-control'])).toContain('no-store');
      expect(String(answer.body as Buffer)).toContain(name);
    },
  );

  test.each([uuid(999), 'x', '%00', '..%2F..%2Fetc%2Fpasswd'])('nobody knows (%s) are not found', async (id) => {
    expect((await visitor.get(`/evidence/${id}`)).status).toBe(404);
  });

  test('keep in their custody who looked at them, and who took them along', async () => {
    await visitor.get(`/evidence/${uuid(711)}`);
    const rows: { id: string; action: string; person: boolean }[] = await app.get(DataSource).query(
      `select c.evidence_id as id, c.action, exists (select from users u where u.id::text = c.by) as person
       from custody_entries c order by c.seq`,
    );
    const touched = rows.filter(({ person }) => person);
    expect(touched.filter(({ id }) => id === uuid(711)).map(({ action }) => action)).toContain('viewed');
    expect(new Set(touched.map(({ action }) => action))).toEqual(new Set(['viewed', 'exported']));
  });

  test('are named on the page of the notice, their picture closed', async () => {
    const { text } = await visitor.get(NOTICE);
    for (const { name } of FILES) expect(text).toContain(name);
    expect(text).toContain('<details class="ladder">');
  });

  test('are shown to nobody once another notice says of the address that a minor may be seen', async () => {
    await scene.notices(
      NoticeBuilder.aNotice(907)
        .about(URL)
        .saying({ answers: { ...ANSWERED, imagery: 'sexual-minor' } })
        .build(),
    );
    expect((await visitor.get(`/evidence/${uuid(711)}`)).status).toBe(422);
    const books = (await scene.worker()).get(Books);
    await books.change('notices', { id: uuid(907), by: system('test') }, (one) =>
      one.describe({ ...one.content, answers: ANSWERED }, [...one.items], system('test')),
    );
    expect((await visitor.get(`/evidence/${uuid(711)}`)).status).toBe(200);
  });

  test('are for those who may see evidence, which an auditor need not', async () => {
    for (const [role, status] of [
      ['auditor', 403],
      ['reviewer', 200],
      ['administrator', 403],
    ] as const) {
      const person = new DeskVisit(app);
      await person.signIn(role);
      expect((await person.get(`/evidence/${uuid(711)}`)).status).toBe(status);
    }
    const stranger = new DeskVisit(app);
    expect((await stranger.get(`/evidence/${uuid(711)}`)).status).toBe(303);
  });
});

describe('asking for a capture', () => {
  const capture = (n: number, item: string) => `/notices/${uuid(n)}/items/${item}/capture`;

  test('waits for the worker, once for each address however often it is pressed', async () => {
    await visitor.get(NOTICE);
    const path = capture(901, itemOf(901, URL));
    expect((await visitor.post(path, {})).headers['location']).toBe(NOTICE);
    expect((await visitor.get(NOTICE)).text).toContain('wordt vastgelegd');
    await visitor.post(path, {});
    expect(await asked(901)).toBe(1);
  });

  test('on a ground that forbids it is refused in words, and nothing waits', async () => {
    await visitor.get(`/notices/${uuid(902)}`);
    const refused = await visitor.post(capture(902, itemOf(902, 'http://127.0.0.1:3301/posts/902')), {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('mag niets worden vastgelegd');
    expect(await asked(902)).toBe(0);
  });

  test('before anybody said what can be seen is refused in words; the page offers that question instead', async () => {
    const path = capture(904, itemOf(904, 'http://127.0.0.1:3301/posts/904'));
    const { text } = await visitor.get(`/notices/${uuid(904)}`);
    expect([text.includes(path), text.includes(`/notices/${uuid(904)}/write/imagery`)]).toEqual([false, true]);
    const refused = await visitor.post(path, {});
    expect([refused.status, refused.text.includes('Beantwoord eerst de vraag wat er te zien is')]).toEqual([422, true]);
    expect(await asked(904)).toBe(0);
    const version = /name="version" value="(\d+)"/.exec(
      (await visitor.get(`/notices/${uuid(904)}/write/imagery`)).text,
    )![1]!;
    await visitor.post(`/notices/${uuid(904)}/write/imagery`, { version, imagery: 'person' });
    expect((await visitor.get(`/notices/${uuid(904)}`)).text).toContain(path);
    await visitor.post(path, {});
    expect(await asked(904)).toBe(1);
  });

  test('of an address of which another notice says that a minor may be seen is refused in words', async () => {
    await visitor.get(`/notices/${uuid(905)}`);
    const refused = await visitor.post(capture(905, itemOf(905, 'http://127.0.0.1:3301/posts/906#deel')), {});
    expect([refused.status, refused.text.includes('Van dit adres zegt een andere melding')]).toEqual([422, true]);
    expect(await asked(905)).toBe(0);
  });

  test('without a ground is refused in words, and nothing waits', async () => {
    await visitor.get(`/notices/${uuid(903)}`);
    const refused = await visitor.post(capture(903, itemOf(903, 'http://127.0.0.1:3301/posts/903')), {});
    expect([refused.status, refused.text.includes('Kies eerst een rechtsgrond')]).toEqual([422, true]);
    expect(await asked(903)).toBe(0);
  });

  test.each([
    [uuid(901), uuid(998)],
    [uuid(901), 'x'],
    [uuid(999), uuid(998)],
    ['x', '%00'],
  ])('of what nobody knows (%s, %s) is refused', async (notice, item) => {
    await visitor.get('/work');
    expect([404, 422]).toContain((await visitor.post(`/notices/${notice}/items/${item}/capture`, {})).status);
  });

  test('is not for those who only look', async () => {
    const auditor = new DeskVisit(app);
    await auditor.signIn('auditor');
    expect((await auditor.post(capture(901, itemOf(901, URL)), {})).status).toBe(403);
  });
});
