import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { KeepVerification } from '#application/access/keep-verification.js';
import { RecordLook } from '#application/access/record-look.js';
import { VerifyAudit } from '#application/access/verify-audit.js';
import { NO_ENTRY } from '#domain/access/anchor.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const NOTICE = NoticeBuilder.aNotice(7).build();
const BY = system('test');

let app: NestExpressApplication;
let caseId: string;

beforeAll(async () => {
  const opened = await openScene();
  app = opened.app;
  await opened.scene.notices(NOTICE);
  const [found]: { id: string }[] = await app.get(DataSource).query('select id from case_files limit 1');
  caseId = found!.id;
});
afterAll(() => app.close());

async function visitor(role: Parameters<DeskVisit['signIn']>[0]): Promise<DeskVisit> {
  const visit = new DeskVisit(app);
  await visit.signIn(role);
  return visit;
}

describe('the page of the log', () => {
  test.each([
    ['supervisor', 200],
    ['auditor', 200],
    ['caseworker', 403],
    ['reviewer', 403],
    ['administrator', 403],
  ] as const)('answers %s with %i', async (role, status) => {
    const visit = await visitor(role);
    expect((await visit.get('/audit')).status).toBe(status);
    expect((await visit.get('/audit/log.csv')).status).toBe(status);
  });

  test('shows who did what about what, and says how the log stands', async () => {
    const { text } = await (await visitor('auditor')).get('/audit?kind=case-opened');
    expect(text).toContain('Zaak geopend');
    expect(text).toContain('Systeem (test)');
    expect(text).toContain('Nog niet gecontroleerd');
    expect(text).toContain('Nog geen anker');
    expect(text).not.toContain('Melding begonnen</th>');
  });

  test('finds by person, part, day and reference, and says so when there is nothing', async () => {
    const visit = await visitor('supervisor');
    const [{ reference }] = (await app.get(DataSource).query('select reference from case_files')) as [
      { reference: string },
    ];
    const found = async (query: string): Promise<boolean> =>
      (await visit.get(`/audit?${query}`)).text.includes('Zaak geopend</th>');
    expect(await found(`thing=${reference.toLowerCase()}`)).toBe(true);
    expect(await found('who=test')).toBe(true);
    expect(await found('part=changes')).toBe(true);
    for (const nothing of [
      'part=denials',
      'part=looks',
      'thing=Z-1999-00001',
      'to=2020-01-01',
      'who=nobody',
      'below=1',
    ]) {
      expect([nothing, await found(nothing)]).toEqual([nothing, false]);
    }
  });

  test.each(['below=-1', 'below=x', 'from=2026-02-31', 'kind=%00', 'part=all&part=looks', 'thing=%27%3B--', 'who[]=1'])(
    'asked for %s it shows what it can',
    async (query) => {
      expect((await (await visitor('auditor')).get(`/audit?${query}`)).status).toBe(200);
    },
  );

  test('gives a copy of what was found, and records that it did', async () => {
    const visit = await visitor('auditor');
    const { text, headers } = await visit.get('/audit/log.csv?kind=case-opened');
    expect(headers['content-disposition']).toContain('audit-log.csv');
    expect(text.split('\r\n')[0]).toBe('number,at,kind,subject,subject-id,reference,actor-kind,actor,name,facts');
    expect(text.split('\r\n')[1]).toMatch(
      /^\d+,\d{4}-\d\d-\d\dT[\d:.]+Z,case-opened,case,[0-9a-f-]{36},[^,]+,system,test,,\{\}$/,
    );
    expect((await visit.get('/audit?kind=exported')).text).toContain('asked: kind');
  });

  test('takes the wish for a verification, and shows its result', async () => {
    const visit = await visitor('auditor');
    await visit.get('/audit');
    expect((await visit.post('/audit/verify', {})).status).toBe(303);
    expect((await visit.get('/audit')).text).toContain('Er wordt nu gecontroleerd');
    await app.get(KeepVerification).run(BY, await app.get(VerifyAudit).run({}), { part: false });
    const { text } = await visit.get('/audit');
    expect(text).toMatch(/\d+ regels gecontroleerd/);
    expect(text).not.toContain('Er wordt nu gecontroleerd');
  });

  test('is nothing but an alarm while the log is not in order, unless asked for its entries', async () => {
    const firstBad = { seq: 3, why: 'changed' } as const;
    const bad = { ok: false, count: 2, firstBad, clockBackAt: null, head: NO_ENTRY, anchored: null };
    await app.get(KeepVerification).run(BY, { ...bad, anchorsUsed: 0, anchorsOfOtherKeys: 0 }, { part: false });
    const visit = await visitor('supervisor');
    const { text } = await visit.get('/audit');
    expect(text).toContain('Het logboek klopt niet');
    expect(text).toContain('Regel 3.');
    expect(text).not.toContain('Zaak geopend');
    expect((await visit.get('/audit?entries=yes')).text).toContain('Zaak geopend');
  });
});

test('everybody reads in the log what they did themselves, and nothing of others', async () => {
  const visit = await visitor('caseworker');
  expect((await visit.get('/account/log')).text).not.toContain('Systeem (test)');
  await visit.get('/audit'); // refused, which is recorded
  const { text } = await visit.get('/account/log');
  expect(text).toContain('Toegang geweigerd');
});

describe('the timeline of a case', () => {
  test('says what happened to it and to its notices, newest first, and part of it when asked', async () => {
    const visit = await visitor('caseworker');
    const happened = { kind: 'notice-reopened', subject: 'notice', subjectId: NOTICE.id } as const;
    await app.get(RecordLook).run(BY, happened);
    const { text } = await visit.get(`/cases/${caseId}`);
    expect(text.indexOf('Heropend')).toBeLessThan(text.indexOf('Zaak geopend'));
    expect(text).toMatch(/\d\d:\d\d (CET|CEST)/);
    expect((await visit.get(`/cases/${caseId}/timeline?events=case`)).text).not.toContain('Heropend');
    expect((await visit.get(`/cases/${caseId}/timeline?events=nonsense`)).text).toContain('Heropend');
  });

  test('leaves out who only looked', async () => {
    await app.get(RecordLook).run(BY, { kind: 'case-read', subject: 'case', subjectId: caseId });
    expect((await (await visitor('caseworker')).get(`/cases/${caseId}`)).text).not.toContain('Zaak gelezen');
  });
});
