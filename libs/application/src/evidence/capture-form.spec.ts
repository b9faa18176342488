import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CaptureJob, CaptureResult } from '#domain/evidence/capture.js';
import { system } from '#domain/event.js';
import { RecordedDefect } from '#domain/provider/channel-defect.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { RequestFormCapture } from '../provider/request-form-capture.js';
import type { RecordedEvent } from '../event-log.js';
import { CaptureForm } from './capture-form.js';
import type { Spool } from './spool.js';

const BY = system('test');
const AT = '2026-11-21T12:00:00.000Z';
const FORM = 'https://platform.example/form';
const RESULT: CaptureResult = {
  ...{ state: 'complete', reasons: [], httpStatus: 200, finalUrl: FORM, title: null },
  ...{ startedAt: AT, endedAt: AT, artefacts: [], manifestSha256: 'a'.repeat(64) },
};
const notice = NoticeBuilder.aNotice(1).about('https://a.example/1').build();
const request: RecordedEvent = {
  ...{ id: uuid(700), kind: 'form-capture-requested', subject: 'platform', subjectId: 'practice' },
  ...{ facts: { defectId: uuid(5) }, by: BY, at: new Date(AT) },
};
const spool: Spool = {
  allow: ['127.0.0.1:3301'],
  folder: () => Promise.resolve('spool'),
  store: () => Promise.resolve([]),
  clear: () => Promise.resolve(),
};

let books: FakeBooks;
let contacted: CaptureJob[];
let result: CaptureResult | Error;

const act = () =>
  new CaptureForm(books, { capture: async (job) => (contacted.push(job), await answer()) }, spool, new FakeClock());
const answer = () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result));
const ask = () => new RequestFormCapture(books, spool).run({ defectId: uuid(5), by: BY });
const kinds = () => books.events.map(({ kind }) => kind);
const facts = () => books.events.at(-1)?.facts;
async function metAt(address: string): Promise<void> {
  const defect = RecordedDefect.record({
    ...{ id: uuid(5), platformCode: 'practice', channel: 'web-form', address, kind: 'captcha', note: '' },
    ...{ noticeId: notice.id, pictureDigest: null, seenOn: '2026-11-20', by: uuid(3), recordedAt: new Date(AT) },
  });
  await books.together(BY, async (all) => {
    await all.notices.add(notice, undefined);
    await all.defects.add(defect, undefined);
  });
}

beforeEach(() => {
  [books, contacted, result] = [new FakeBooks(), [], RESULT];
});

describe('the page of a form with a defect', () => {
  test('is captured once, at the channel’s own address, whatever grounds the notice has; a job that comes again does nothing', async () => {
    await metAt(FORM);
    await act().run(request);
    await act().run(request);
    expect(contacted).toMatchObject([
      { url: FORM, policy: 'full', grounds: [], of: 'channel-form', allow: spool.allow },
    ]);
    expect([kinds(), facts()]).toEqual([
      ['capture-made'],
      { noticeId: notice.id, defectId: uuid(5), state: 'complete' },
    ]);
  });

  test('is made by two at once with one effect', async () => {
    await metAt(FORM);
    await Promise.all([act().run(request), act().run(request)]);
    expect(kinds()).toEqual(['capture-made']);
  });

  test('whose worker was killed is captured when the job comes again', async () => {
    await metAt(FORM);
    result = new Error('killed');
    await expect(act().run(request)).rejects.toThrow('killed');
    result = RESULT;
    await act().run(request);
    expect([contacted.length, kinds()]).toEqual([2, ['capture-made']]);
  });

  test('that leads to a sign-in page or takes too long is kept as it is, with why', async () => {
    await metAt(FORM);
    result = { ...RESULT, state: 'blocked', reasons: ['load-timeout', 'login-wall'], finalUrl: `${FORM}/login` };
    await act().run(request);
    expect(facts()).toMatchObject({ state: 'blocked' });
  });

  test.each([
    ['in a private network', 'https://192.168.1.4/form'],
    ['on this machine', 'http://127.0.0.1:5432/'],
    ['that the notice is about', 'https://a.example/1#top'],
  ])('%s is on record as refused, and nobody is contacted', async (_where, address) => {
    await metAt(address);
    await act().run(request);
    expect([contacted, kinds(), facts()?.['state']]).toEqual([[], ['capture-made'], 'refused']);
  });
});

describe('asking for it', () => {
  test('again while it waits, or once it is there, asks nothing; after it failed it does', async () => {
    await metAt(FORM);
    await Promise.all([ask(), ask()]);
    expect(kinds()).toEqual(['form-capture-requested']);
    result = { ...RESULT, state: 'failed', reasons: ['no-answer'], manifestSha256: null };
    await act().run(request);
    await ask();
    expect(kinds()).toEqual(['form-capture-requested', 'capture-made', 'form-capture-requested']);
  });

  test('of a page that is not public is refused, and so is one of a defect that was resolved', async () => {
    await metAt('https://10.0.0.8/form');
    await expect(ask()).rejects.toMatchObject({ code: 'defect.no-public-page' });
    books = new FakeBooks();
    await metAt(FORM);
    await books.change('defects', { id: uuid(5), by: BY }, (one) => one.resolve('2026-11-21', uuid(3), '2026-11-21'));
    await expect(ask()).rejects.toMatchObject({ code: 'defect.resolved-already' });
  });
});
