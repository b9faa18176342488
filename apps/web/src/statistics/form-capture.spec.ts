import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Books } from '#application/books.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { system } from '#domain/event.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { aWaitingForm } from '#test/visits/form-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let visitor: DeskVisit;
let open: Awaited<ReturnType<typeof openScene>>;

beforeAll(async () => {
  open = await openScene();
  ({ app, visitor } = open);
});
afterAll(() => app.close());

const waiting = (n: number): Promise<string> => aWaitingForm(open, n);

/** What the worker keeps of a form that leads to a sign-in page. */
async function formCaptured(books: Books, defectId: string, n: number): Promise<void> {
  const asked = await app
    .get(DataSource)
    .query<{ id: string }[]>(`select id from event_log where facts ->> 'defectId' = $1 and kind = $2`, [
      ...[defectId, 'form-capture-requested'],
    ]);
  const url = 'http://127.0.0.1:3301/melden';
  const [madeAt, captureId] = [new Date().toISOString(), asked[0]!.id];
  const { digest, size } = await app.get(EvidenceStore).put(Buffer.from('a picture'));
  const capture = Capture.made(
    captureId,
    { url, policy: 'full', grounds: [], of: 'channel-form', allow: [], folder: 'x', askedAt: madeAt },
    {
      ...{ state: 'blocked', reasons: ['login-wall'], httpStatus: 200, finalUrl: url, title: null, artefacts: [] },
      ...{ startedAt: madeAt, endedAt: madeAt, manifestSha256: 'b'.repeat(64) },
    },
  );
  const provenance = { captureId, url, madeAt, madeWith: 'test' };
  const facts = {
    id: uuid(740),
    digest,
    size,
    kind: 'full-page',
    mediaType: 'image/png',
    name: 'fullpage-001.png',
  } as const;
  const item = EvidenceItem.stored({ ...facts, provenance }, new Date(madeAt), 'capture-form');
  await books.together(system('test'), ({ evidence }) =>
    evidence.add(capture, { noticeId: uuid(n), defectId }, [item]),
  );
}

describe('the list of defects', () => {
  test('shows how the page of a form is captured by the worker, kept with its digest, its custody and the defect', async () => {
    const path = await waiting(912);
    const id = path.split('/').at(-1)!;
    const asked = await visitor.get(`${path}/defect`);
    expect(asked.text).toMatch(/name="capture" value="yes" checked/);
    await visitor.upload(`${path}/defect`, [], { kind: 'dead-link', note: '', capture: 'yes' });
    const list = () => visitor.get('/follow-up/defects').then(({ text }) => text);
    expect(await list()).toContain('Pagina van het formulier: wordt vastgelegd');
    const worker = (await open.scene.worker()).get(Books);
    await formCaptured(worker, id, 912);
    const page = await list();
    expect(page).toMatch(/Pagina van het formulier: Niet toegankelijk\s*\(inlogscherm\)/);
    expect(page).toContain(`SHA-256: ${'b'.repeat(64)}`);
    const csv = await visitor.get('/follow-up/defects/defects.csv');
    expect(csv.text).toContain(`blocked,${'b'.repeat(64)},TF-2026-000912`);
    const [, file] = /href="(\/evidence\/[0-9a-f-]{36})">fullpage-001\.png/.exec(page)!;
    expect((await visitor.get(file!)).status).toBe(200);
    const auditor = new DeskVisit(app);
    await auditor.signIn('auditor');
    expect((await auditor.get('/follow-up/defects')).text).not.toContain('/evidence/');
    expect((await visitor.get(`/notices/${uuid(912)}`)).text).not.toContain('fullpage-001.png');
    const again = await visitor.post(`/follow-up/defects/${id}/capture`, {});
    expect([again.status, (await visitor.get('/follow-up/defects')).text.includes('wordt vastgelegd')]).toEqual([
      303,
      false,
    ]);
  });

  test('is where a page is captured from too, where nobody asked for it yet', async () => {
    const path = await waiting(913);
    const id = path.split('/').at(-1)!;
    await visitor.get(`${path}/defect`);
    await visitor.upload(`${path}/defect`, [], { kind: 'dead-link', note: '' });
    const capture = `/follow-up/defects/${id}/capture`;
    expect((await visitor.get('/follow-up/defects')).text).toContain(`action="${capture}"`);
    expect((await visitor.post(capture, {})).status).toBe(303);
    const { text } = await visitor.get('/follow-up/defects');
    expect([text.includes('wordt vastgelegd'), text.includes(`action="${capture}"`)]).toEqual([true, false]);
  });
});
