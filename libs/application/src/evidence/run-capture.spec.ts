import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CaptureJob, CaptureResult } from '#domain/evidence/capture.js';
import type { CapturePolicy } from '#domain/evidence/capture-policy.js';
import { system } from '#domain/event.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import type { RecordedEvent } from '../event-log.js';
import { CapturePage } from './capture-page.js';
import { RunCapture } from './run-capture.js';
import type { Spool } from './spool.js';

const BY = system('test');
const AT = '2026-11-21T12:00:00.000Z';
const RESULT: CaptureResult = {
  ...{ state: 'complete', reasons: [], httpStatus: 200, finalUrl: 'https://a.example/1', title: null },
  ...{ startedAt: AT, endedAt: AT, artefacts: [], manifestSha256: 'a'.repeat(64) },
};

let books: FakeBooks;
let contacted: CaptureJob[];
let policy: CapturePolicy;
let meanwhile: () => Promise<unknown>;
let whileStored: () => Promise<unknown>;
let stored: string[];
let cleared: string[];

const draft = NoticeBuilder.aNotice(1).about('https://a.example/1', 'https://a.example/2').build();
const itemId = draft.items[0]!.id;
const file = CaseBuilder.aCase(1).build();
const request: RecordedEvent = {
  ...{ id: uuid(700), kind: 'capture-requested', subject: 'notice', subjectId: draft.id, facts: { itemId } },
  ...{ by: BY, at: new Date(AT) },
};
const spool: Spool = {
  allow: [],
  folder: () => Promise.resolve('spool'),
  store: async ({ state }) => {
    stored.push(state);
    await whileStored();
    return [];
  },
  clear: (id) => Promise.resolve(void cleared.push(id)),
};
const act = () => {
  const capturer = {
    capture: async (job: CaptureJob) => {
      contacted.push(job);
      await meanwhile();
      return RESULT;
    },
  };
  return new RunCapture(
    books,
    new CapturePage({ of: () => Promise.resolve(policy) }, capturer),
    spool,
    new FakeClock(),
  );
};
const notice = () => books.together(BY, ({ notices }) => notices.get(draft.id));
const told = () => books.events.filter(({ kind }) => kind !== 'case-opened');
const kinds = () => told().map(({ kind }) => kind);
const takeOut = () =>
  books.change('notices', { id: draft.id, by: BY }, (one) => one.describe(one.content, [draft.items[1]!], BY));

beforeEach(async () => {
  [books, contacted, policy] = [new FakeBooks(), [], 'full'];
  [stored, cleared] = [[], []];
  meanwhile = () => Promise.resolve();
  whileStored = () => Promise.resolve();
  await books.together(BY, async ({ notices, cases }) => {
    await cases.add(file, { kind: 'case-opened', subject: 'case', subjectId: file.id });
    await notices.add(draft, undefined);
  });
});

describe('a capture that was asked for', () => {
  test('is made once: a job that comes again contacts nobody and adds nothing', async () => {
    await act().run(request);
    await act().run(request);
    expect([contacted.length, kinds()]).toEqual([1, ['capture-made', 'item-observed']]);
    expect((await notice()).items[0]!.observations).toMatchObject([{ seen: 'there', captureId: request.id }]);
  });

  test('is made by two at once with one effect', async () => {
    await Promise.all([act().run(request), act().run(request)]);
    expect(kinds()).toEqual(['capture-made', 'item-observed']);
  });

  test('leaves the version as it is, so that a letter somebody is reading stays valid', async () => {
    await act().run(request);
    expect((await notice()).version).toBe(draft.version);
  });

  test('whose ground came to forbid it is on record as refused; nobody is contacted and nothing is observed', async () => {
    policy = 'forbidden';
    await act().run(request);
    expect([contacted, kinds()]).toEqual([[], ['capture-made']]);
    expect(told()[0]!.facts).toMatchObject({ state: 'refused' });
  });

  test.each(['sexual-minor', undefined] as const)(
    'of which somebody came to say that it shows %s is refused; nobody is contacted',
    async (imagery) => {
      const { imagery: _said, ...answers } = draft.content.answers;
      const content = { ...draft.content, answers: { ...answers, ...(imagery && { imagery }) } };
      await books.change('notices', { id: draft.id, by: BY }, (one) => one.describe(content, [...draft.items], BY));
      await act().run(request);
      expect([contacted, kinds()]).toEqual([[], ['notice-described', 'capture-made']]);
    },
  );

  test('of which another notice says that a minor may be seen is refused; nobody is contacted', async () => {
    const answers = { ...draft.content.answers, imagery: 'sexual-minor' as const };
    const other = NoticeBuilder.aNotice(2).about('https://www.a.example/1?utm_source=x').saying({ answers }).build();
    await books.together(BY, ({ notices }) => notices.add(other, undefined));
    await act().run(request);
    expect([contacted, kinds()]).toEqual([[], ['capture-made']]);
    expect(told()[0]!.facts).toMatchObject({ state: 'refused' });
  });

  const turn = (content: NoticeContent) => () =>
    books.change('notices', { id: draft.id, by: BY }, (one) => one.describe(content, [...draft.items], BY));

  test('keeps nothing of what somebody came to say, while it was made, that it may show a minor', async () => {
    const answers = { ...draft.content.answers, imagery: 'sexual-minor' as const };
    meanwhile = turn({ ...draft.content, answers });
    await act().run(request);
    expect(kinds()).toEqual(['notice-described', 'capture-made']);
    expect(told()[1]!.facts).toMatchObject({ state: 'refused' });
    expect([stored, cleared, (await notice()).items[0]!.observations]).toEqual([['refused'], [request.id], []]);
  });

  test('keeps nothing of a sexual image whose case came to say, while it was made, that it is of a minor', async () => {
    const answers = { ...draft.content.answers, imagery: 'sexual-adult' as const };
    await turn({ ...draft.content, answers })();
    meanwhile = () =>
      books.change('cases', { id: file.id, by: BY }, (one) => one.describe({ ...one.content, ageBand: '16-17' }));
    await act().run(request);
    expect(told().find(({ kind }) => kind === 'capture-made')!.facts).toMatchObject({ state: 'refused' });
    expect([contacted.length, stored]).toEqual([1, ['refused']]);
  });

  test('keeps nothing where a ground came to forbid it while it was made', async () => {
    meanwhile = () => Promise.resolve((policy = 'forbidden'));
    await act().run(request);
    expect(told()[0]!.facts).toMatchObject({ state: 'refused' });
    expect([stored, (await notice()).items[0]!.observations]).toEqual([['refused'], []]);
  });

  test('enters nothing into the evidence where it came to be forbidden while its files were stored', async () => {
    const answers = { ...draft.content.answers, imagery: 'sexual-minor' as const };
    whileStored = turn({ ...draft.content, answers });
    await act().run(request);
    expect(kinds()).toEqual(['notice-described', 'capture-made']);
    expect(told()[1]!.facts).toMatchObject({ state: 'refused' });
  });

  test('of an address that was taken out of the notice is not made', async () => {
    await takeOut();
    await act().run(request);
    expect([contacted, kinds()]).toEqual([[], ['notice-described']]);
  });

  test('of an address that is taken out while it is made is kept all the same', async () => {
    meanwhile = takeOut;
    await act().run(request);
    expect(kinds()).toEqual(['notice-described', 'capture-made']);
  });
});
