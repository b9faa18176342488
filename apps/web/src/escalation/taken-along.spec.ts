import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Books } from '#application/books.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { system } from '#domain/event.js';
import { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene, type OpenScene } from '#test/visits/open-scene.js';

jest.setTimeout(60_000);
const URL = 'http://127.0.0.1:3301/posts/901';
const MADE = '2026-11-02T08:00:00.000Z';

let app: NestExpressApplication;
let visitor: DeskVisit;
let dossier: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  const sent = (n: number, url: string) => NoticeBuilder.aNotice(n).about(url).sentOn().build();
  await open.scene.notices(sent(901, URL), NoticeBuilder.aNotice(902).about(`${URL}2`).build());
  await captured(open, 901, URL);
  await captured(open, 902, `${URL}2`);
  visitor = new DeskVisit(app);
  await visitor.signIn('supervisor');
  await visitor.get('/dossiers');
  const about = { about: 'practice', from: '2026-10-01', to: '2026-11-30' };
  dossier = String((await visitor.post('/dossiers', about)).headers['location']);
});
afterAll(() => app.close());

/** A capture of the n-th notice's post with one text; the bytes are the same for every notice. */
async function captured({ scene }: OpenScene, n: number, url: string): Promise<void> {
  const job = { url, policy: 'full', grounds: ['AW21'], allow: [], folder: 'x', askedAt: MADE } as const;
  const found = { state: 'complete', reasons: [], httpStatus: 200, finalUrl: url, title: 'x' } as const;
  const result = { ...found, startedAt: MADE, endedAt: MADE, artefacts: [], manifestSha256: null };
  const { digest, size } = await app.get(EvidenceStore).put(Buffer.from('oefening'));
  const provenance = { captureId: uuid(n - 200), url, madeAt: MADE, madeWith: 'test' };
  const file = { id: uuid(n - 100), kind: 'text', mediaType: 'text/plain', name: 'text.txt' } as const;
  const item = EvidenceItem.stored({ ...file, digest, size, provenance }, new Date(MADE), 'test');
  const of = { noticeId: uuid(n), itemId: NoticeBuilder.item(uuid(n), 1, url).id };
  const books = (await scene.worker()).get(Books);
  const capture = Capture.made(uuid(n - 200), job, result);
  await books.together(system('test'), ({ evidence }) => evidence.add(capture, of, [item]));
}

const ask = (sql: string): Promise<unknown> => app.get(DataSource).query(sql);
const takenAlong = () =>
  ask(`select c.evidence_id as id, u.role from custody_entries c join users u on u.id::text = c.by
       where c.action = 'exported' order by c.seq`);
const exports = () =>
  ask(`select facts, actor_kind as by from event_log where kind = 'exported' and subject = 'escalation' order by seq`);

test('a version for everybody takes no evidence along, and that it was made is in the log', async () => {
  expect((await visitor.post(`${dossier}/file`, { version: 'public' })).status).toBe(200);
  expect(await takenAlong()).toEqual([]);
  expect(await exports()).toEqual([{ facts: { version: 'public', evidence: 0 }, by: 'user' }]);
});

test('what lies in the file for the regulator has it in its custody, and nothing else has', async () => {
  await visitor.get(dossier);
  expect((await visitor.post(`${dossier}/file`, { version: 'confidential' })).status).toBe(200);
  expect(await takenAlong()).toEqual([{ id: uuid(801), role: 'supervisor' }]);
  expect(await exports()).toMatchObject([{}, { facts: { version: 'confidential', evidence: 1 } }]);
});
