import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { Recognise } from '#application/access/recognise.js';
import { Sessions } from '#application/access/sessions.js';
import { aPng } from '#test/builders/files.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { EvidenceVisit } from '#test/visits/evidence-visit.js';

let at: EvidenceVisit;
let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  at = await EvidenceVisit.open();
  ({ app, visitor } = at);
}, 60_000);
afterAll(() => app.close());

const draft = () => at.draft();
const attachments = (id: string) => at.attachments(id);
const stored = () => at.stored();
const add = (id: string, ...files: [string, Uint8Array][]) => at.add(id, ...files);

describe('a form with files', () => {
  test('is not read where its token is another’s, or comes behind a file', async () => {
    const id = await draft();
    const path = `/notices/${id}/attachments`;
    const kept = await stored();
    const file = { name: 'a.png', bytes: aPng(777) };
    expect((await visitor.upload(path, [file], { _csrf: 'x'.repeat(43) })).status).toBe(403);
    expect((await visitor.upload(path, [file], { _once: '' })).status).toBe(400);
    expect([await attachments(id), await stored()]).toEqual([[], kept]);
  });

  test('is taken in its own place alone', async () => {
    const id = await draft();
    expect((await visitor.upload(`/notices/${id}/write/evidence`, [{ name: 'a.png', bytes: aPng() }])).status).toBe(
      415,
    );
  });

  test('is done once, however often it is sent', async () => {
    const id = await draft();
    const once = { _once: randomUUID() };
    const send = () => visitor.upload(`/notices/${id}/attachments`, [{ name: 'a.png', bytes: aPng(30) }], once);
    const token = visitor.token;
    const first = await send();
    visitor.token = token;
    const second = await send();
    expect([first.status, second.status, second.headers['location']]).toEqual([303, 303, first.headers['location']]);
    expect(await attachments(id)).toHaveLength(1);
  });

  test('that outlives its session leaves nothing', async () => {
    const id = await draft();
    const kept = await stored();
    const sessionId = (await app.get(Recognise).run(visitor.secret!))!.person.sessionId;
    const sessions = app.get(Sessions);
    const find = sessions.find.bind(sessions);
    let looked = 0;
    sessions.find = async (secret) => {
      if ((looked += 1) === 2) await sessions.end(sessionId); // while the last bytes come in
      return find(secret);
    };
    const answer = await add(id, ['a.png', aPng(4321)]);
    sessions.find = find;
    expect([answer.headers['location'], await attachments(id), await stored()]).toEqual(['/sign-in', [], kept]);
    await visitor.signIn('caseworker');
  });
});
