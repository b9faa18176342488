import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { RequestCapture } from '#application/evidence/request-capture.js';
import request from 'supertest';
import { MakeToken } from '#application/access/make-token.js';
import { Users } from '#application/access/users.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { SCOPES } from '#domain/access/scope.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { RenderLetter } from '#application/notice/render-letter.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { aPng } from '#test/builders/files.js';
import { uuid } from '#test/builders/uuid.js';
import { accountOf } from '#test/visits/desk-visit.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const INSTAGRAM = 'https://www.instagram.com/p/AbCdEfGhIjK/';
const [FIRST, SECOND] = ['http://127.0.0.1:3301/posts/1', 'http://127.0.0.1:3301/posts/2'];

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  await open.scene.notices(
    NoticeBuilder.aNotice(901).about(FIRST, SECOND).sentOn().build(),
    NoticeBuilder.aNotice(902).about(FIRST).sentOn().decidedOn('2026-11-05T09:00:00Z', 'removed').build(),
    NoticeBuilder.aNotice(903)
      .about(FIRST, INSTAGRAM, SECOND)
      .saying({ answers: { ...UNANSWERED, imagery: 'none' } })
      .build(),
    NoticeBuilder.aNotice(904).about(FIRST).build(),
    NoticeBuilder.aNotice(905).identifiedAs({ caseId: null, origin: 'imported' }).sentOn().build(),
  );
}, 60_000);
afterAll(() => app.close());

const whole = (id: string) => app.get(NoticeFile).whole(id);
const madeBy = (location: unknown) => /\/notices\/([0-9a-f-]{36})/.exec(String(location))![1]!;
const press = async (n: number, act: string, fields = {}) => {
  await visitor.get(`/notices/${uuid(n)}`);
  return visitor.post(`/notices/${uuid(n)}/${act}`, fields);
};

describe('a copied notice', () => {
  test('is a new draft in the same case, which begins by asking for danger; both pages name the other', async () => {
    const answer = await press(901, 'copy');
    expect(String(answer.headers['location'])).toMatch(/\/write\/danger$/);
    const made = madeBy(answer.headers['location']);
    const { notice, related } = await whole(made);
    expect([notice.status, notice.caseId, notice.items.map(({ url }) => url)]).toEqual([
      'draft',
      uuid(1401),
      [FIRST, SECOND],
    ]);
    expect(related).toMatchObject([{ reference: 'TF-2026-000901', as: 'copy', is: 'origin' }]);
    expect((await whole(uuid(901))).related).toMatchObject([{ reference: notice.reference, is: 'offspring' }]);
    expect((await visitor.get(`/notices/${made}`)).text).toContain('Gekopieerd van');
    expect((await visitor.get(`/notices/${uuid(901)}`)).text).toContain(`Gekopieerd naar <a`);
  });

  test('of one that was taken over is refused: there is no case for it', async () => {
    expect((await press(905, 'copy')).text).toContain('hoort bij geen zaak');
    expect((await visitor.get(`/notices/${uuid(905)}`)).text).not.toContain('/copy"');
  });
});

describe('a follow-up', () => {
  test('is about what is still without action, and its letter says that we wrote before', async () => {
    const made = madeBy((await press(901, 'follow-up')).headers['location']);
    const { notice } = await whole(made);
    expect(notice.content.answers.arose).toMatchObject({ as: 'follow-up', reference: 'TF-2026-000901' });
    const letter = await app.get(RenderLetter).run('notice', notice, new Date('2026-11-22T10:00:00Z'));
    expect(letter.text).toContain('We wrote to you about this before, on 2 November 2026, under [TF-2026-000901].');
    const document = /filename=notice.json\r\n\r\n([^-]+)--/.exec(Buffer.from(letter.bytes).toString('latin1'))![1]!;
    expect(JSON.parse(Buffer.from(document, 'base64').toString('utf8'))).toMatchObject({
      earlierNotice: { reference: 'TF-2026-000901', sentOn: '2026-11-02' },
    });
  });

  test('is not offered where the platform acted on everything, and refused all the same', async () => {
    expect((await visitor.get(`/notices/${uuid(902)}`)).text).not.toContain(`/notices/${uuid(902)}/follow-up`);
    expect((await press(902, 'follow-up')).text).toContain('niets om opnieuw te melden');
  });
});

describe('splitting', () => {
  test('shows first what becomes of each address, then does so, with what was captured and added', async () => {
    const [id, by] = [uuid(903), system('test')];
    const itemId = (await whole(id)).notice.items[1]!.id;
    await app.get(RequestCapture).run({ noticeId: id, itemId, by });
    await visitor.get(`/notices/${id}/write/evidence`);
    await visitor.upload(`/notices/${id}/attachments`, [{ name: 'scherm.png', bytes: aPng() }]);
    const { text } = await visitor.get(`/notices/${id}/split`);
    expect(text).toMatch(/Instagram[^]*Nieuw concept[^]*instagram\.com\/p/);
    const version = String((await whole(id)).notice.version);
    expect((await visitor.post(`/notices/${id}/split`, { version })).headers['location']).toBe(`/notices/${id}`);
    const kept = await whole(id);
    const [part] = kept.related;
    const other = await whole(part!.id);
    expect(kept.notice.items.map(({ url }) => url)).toEqual([FIRST, SECOND]);
    expect([other.notice.content.platformCode, other.notice.items.map((item) => item.id)]).toEqual([
      'instagram',
      [itemId],
    ]);
    expect([kept.attachments, other.attachments].map((files) => files.map(({ name }) => name))).toEqual([
      ['scherm.png'],
      ['scherm.png'],
    ]);
    expect(other.capturesAsked).toEqual([itemId]);
  });

  test('by somebody who saw an earlier version is refused, and what is one already stays one', async () => {
    expect((await press(904, 'split', { version: '1' })).text).toContain('niets te splitsen');
    expect((await visitor.get(`/notices/${uuid(904)}/split`)).text).toContain('Hier valt niets te splitsen');
    await visitor.get(`/notices/${uuid(903)}`);
    expect((await visitor.post(`/notices/${uuid(903)}/split`, { version: '1' })).status).toBe(422);
  });
});

describe('the document of a notice', () => {
  test('is told to a program as it left, and of what never left there is none', async () => {
    const by = {
      kind: 'user',
      userId: (await app.get(Users).byEmail(accountOf('caseworker').email))!.id,
      sessionId: null,
    } as const;
    const { secret } = await app.get(MakeToken).run({ name: 'Proef', scopes: SCOPES, days: 1 }, by);
    const ask = (n: number) =>
      request(app.getHttpServer())
        .get(`/api/notices/${uuid(n)}/notice.json`)
        .set({ Host: 'localhost', Authorization: `Bearer ${secret}` });
    expect((await ask(904)).status).toBe(404);
    const letter = await app.get(PreviewNotice).run({ id: uuid(904), by });
    await app
      .get(SubmitNotice)
      .run({ id: uuid(904), by, letterDigest: letter.digest, bonaFideText: BONA_FIDE_TEXT_VERSION });
    const answer = await ask(904);
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { format: 'seinpost-notice/1', reference: 'TF-2026-000904' },
    ]);
  });
});
