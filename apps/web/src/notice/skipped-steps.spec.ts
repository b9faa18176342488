import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Books } from '#application/books.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { system } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let caseworker: DeskVisit;
let reviewer: DeskVisit;
let n = 400;

/** Each step of a notice's life, with a status in which it is nobody's next. */
const SKIPS: readonly (readonly [string, 'draft' | 'sent', (id: string, letter: string) => string, object])[] = [
  ['preparing what is sent', 'sent', (id) => `/notices/${id}/prepare`, {}],
  ['sending a draft', 'draft', (id, letter) => `/notices/${id}/check/${letter}`, { bonaFide: 'yes' }],
  ['sending again', 'sent', (id, letter) => `/notices/${id}/check/${letter}`, { bonaFide: 'yes' }],
  ['asking approval of what is sent', 'sent', (id, letter) => `/notices/${id}/check/${letter}/ask`, {}],
  ['approving a draft', 'draft', (id, letter) => `/approvals/${id}/approve/${letter}`, {}],
  ['approving what is sent', 'sent', (id, letter) => `/approvals/${id}/approve/${letter}`, {}],
  ['returning a draft', 'draft', (id, letter) => `/approvals/${id}/return/${letter}`, { reason: 'Not clear.' }],
  ['withdrawing without its letter', 'sent', (id) => `/notices/${id}/withdraw`, { because: 'duplicate' }],
  ['a letter of withdrawal for a draft', 'draft', (id) => `/notices/${id}/withdraw/letter`, { because: 'duplicate' }],
  ['closing a draft', 'draft', (id) => `/notices/${id}/close`, {}],
  ['reopening what is sent', 'sent', (id) => `/notices/${id}/reopen`, {}],
];

beforeAll(async () => {
  ({ app, scene, visitor: caseworker } = await openScene());
  reviewer = new DeskVisit(app);
  await reviewer.signIn('reviewer');
});
afterAll(() => app.close());

/** A notice as it is kept, and a letter of it. */
async function put(notice: Notice): Promise<string> {
  await scene.notices(notice);
  const letter = aLetter(NoticeBuilder.aNotice(n).ready().build());
  await app.get(Books).together(system('test'), (books) => books.letters.add(letter));
  return letter.digest;
}

const refusals = async (): Promise<number> => {
  const select = `select count(*)::int as n from event_log where kind ~ '-refused$' and actor is not null`;
  const [row]: { n: number }[] = await app.get(DataSource).query(select);
  return row!.n;
};

describe('steps skipped by their address (F72)', () => {
  test.each(SKIPS)('%s: refused, and known to the log', async (_, status, addressOf, fields) => {
    n += 1;
    const builder = NoticeBuilder.aNotice(n);
    const notice = (status === 'sent' ? builder.sentOn() : builder).build();
    const letter = await put(notice);
    const [before, logged] = [await app.get(NoticeFile).whole(uuid(n)), await refusals()];
    const address = addressOf(uuid(n), letter);
    const who = address.startsWith('/approvals') ? reviewer : caseworker;
    await who.get('/work');
    const answer = await who.post(address, { version: String(before.notice.version), ...fields });
    expect([404, 409, 422]).toContain(answer.status);
    const after = await app.get(NoticeFile).whole(uuid(n));
    expect([after.notice.status, after.notice.version]).toEqual([status, before.notice.version]);
    expect(after.deliveries).toEqual(before.deliveries);
    expect(await refusals()).toBeGreaterThan(logged);
  });
});
