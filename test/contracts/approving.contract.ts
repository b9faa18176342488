import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenBooks } from '#application/books.js';
import { ApproveNotice } from '#application/notice/approve-notice.js';
import { AskApproval } from '#application/notice/ask-approval.js';
import { ReturnNotice } from '#application/notice/return-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import type { Letter } from '#domain/correspondence/letter.js';
import { system, type Actor } from '#domain/event.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import type { Notice } from '#domain/notice/notice.js';
import { anOrganisation, CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { leavingTerms } from '#test/fakes/leaving-terms.js';
import type { BooksUnderTest } from './books-under-test.js';
import { CASES } from './shelf-examples.js';

const person = (n: number): Actor & { kind: 'user' } => ({ kind: 'user', userId: uuid(n), sessionId: null });
const [AUTHOR, REVIEWER, SECOND] = [person(810), person(811), person(812)];
const approval = { always: true, grounds: [] };

/** What four eyes promise on any `Books`: one approval, of one letter, by another; and that letter leaves, once. */
export function approvingContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`approving a notice on ${name}`, () => {
    let under: BooksUnderTest;
    let acts: { ask: AskApproval; approve: ApproveNotice; give: ReturnNotice; submit: SubmitNotice };
    let notice: Notice;
    let letter: Letter;
    const together = <T>(work: (books: OpenBooks) => Promise<T>) => under.books.together(system('test'), work);
    const kinds = async () => (await under.events()).map((event) => event.kind);
    const stored = () => together((books) => books.notices.get(notice.id));
    const which = () => ({ id: notice.id, letterDigest: letter.digest });
    const submit = (digest = letter.digest) =>
      acts.submit.run({ id: notice.id, letterDigest: digest, bonaFideText: BONA_FIDE_TEXT_VERSION, by: AUTHOR });

    beforeEach(async () => {
      under = await open();
      const terms = leavingTerms(new FakeInstallation(anOrganisation({ approval })));
      const clock = new FakeClock();
      acts = {
        ask: new AskApproval(under.books, clock),
        approve: new ApproveNotice(under.books, clock, terms),
        give: new ReturnNotice(under.books, clock),
        submit: new SubmitNotice(under.books, clock, new CountingIdentities(), terms),
      };
      notice = NoticeBuilder.aNotice(1).writtenBy(AUTHOR.userId).ready().build();
      letter = aLetter(notice);
      await together(async (books) => {
        for (const one of CASES) await books.cases.add(one, undefined);
        await books.notices.add(notice, undefined);
        await books.letters.add(letter);
      });
    });
    afterEach(() => under.close());

    test('from asking to sending: the approved letter leaves, with who approved it on the notice', async () => {
      await acts.ask.run({ ...which(), by: AUTHOR });
      await acts.approve.run({ ...which(), by: REVIEWER });
      expect((await submit()).letterDigest).toBe(letter.digest);
      expect(await kinds()).toEqual([
        ...['notice-approval-asked', 'notice-approved', 'notice-submitted', 'delivery-queued'],
      ]);
      expect((await stored()).approval).toMatchObject({
        authors: [AUTHOR.userId],
        asked: { by: AUTHOR.userId, letterDigest: letter.digest, version: 1 },
        judged: { kind: 'given', by: REVIEWER.userId, letterDigest: letter.digest },
      });
    });

    test('without approval it does not leave, and the attempt is recorded', async () => {
      await expect(submit()).rejects.toMatchObject({ code: 'notice.approval-needed', facts: { causes: ['always'] } });
      expect(await under.events()).toMatchObject([
        { kind: 'submit-refused', subjectId: notice.id, facts: { rule: 'notice.approval-needed' }, by: AUTHOR },
      ]);
    });

    test('two reviewers at once, one of them twice: one success, one approval', async () => {
      await acts.ask.run({ ...which(), by: AUTHOR });
      const all = [REVIEWER, SECOND, REVIEWER].map((by) => acts.approve.run({ ...which(), by }));
      const results = await Promise.allSettled(all);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect((await kinds()).sort()).toEqual([
        ...['approval-refused', 'approval-refused', 'notice-approval-asked', 'notice-approved'],
      ]);
    });

    test('one approves while the other returns: one of the two holds', async () => {
      await acts.ask.run({ ...which(), by: AUTHOR });
      const reason = 'Another post';
      await Promise.allSettled([
        acts.approve.run({ ...which(), by: REVIEWER }),
        acts.give.run({ ...which(), by: SECOND, reason }),
      ]);
      const { status, approval: kept } = await stored();
      expect([status, kept.judged?.kind]).toEqual(
        status === 'approved' ? ['approved', 'given'] : ['draft', 'returned'],
      );
    });

    test('own work is not approved, and that is recorded', async () => {
      await acts.ask.run({ ...which(), by: AUTHOR });
      await expect(acts.approve.run({ ...which(), by: AUTHOR })).rejects.toMatchObject({
        code: 'notice.approval-by-author',
      });
      expect((await under.events()).at(-1)).toMatchObject({
        ...{ kind: 'approval-refused', facts: { rule: 'notice.approval-by-author' }, by: AUTHOR },
      });
      expect((await stored()).status).toBe('ready');
    });

    test('after a change the approved letter no longer leaves, also when the notice says the same again', async () => {
      await acts.ask.run({ ...which(), by: AUTHOR });
      await acts.approve.run({ ...which(), by: REVIEWER });
      const { content, items } = notice;
      await together((books) => books.notices.change({ id: notice.id }, (one) => one.describe(content, items, AUTHOR)));
      await expect(submit()).rejects.toMatchObject({ code: 'notice.status-cannot-follow' });
      await together((books) => books.notices.change({ id: notice.id }, (one) => one.prepare(AUTHOR)));
      await expect(submit()).rejects.toMatchObject({ code: 'notice.approval-needed' });
      await expect(acts.approve.run({ ...which(), by: REVIEWER })).rejects.toMatchObject({
        code: 'notice.approval-not-asked',
      });
    });

    test('only a letter of this notice as it is now can be laid before somebody', async () => {
      const old = aLetter(notice, { noticeVersion: 7 }, 2);
      const withdrawal = aLetter(notice, { purpose: 'withdrawal' }, 3);
      await together(async ({ letters }) => (await letters.add(old), letters.add(withdrawal)));
      for (const letterDigest of [old.digest, withdrawal.digest, 'f'.repeat(64)]) {
        await expect(acts.ask.run({ id: notice.id, letterDigest, by: AUTHOR })).rejects.toMatchObject({
          code: 'letter.changed-since-preview',
        });
      }
      expect((await stored()).approval.asked).toBeNull();
    });

    test('another letter than the approved one does not leave, and that is recorded', async () => {
      const other = aLetter(notice, {}, 2);
      await together(({ letters }) => letters.add(other));
      await acts.ask.run({ ...which(), by: AUTHOR });
      await acts.approve.run({ ...which(), by: REVIEWER });
      await expect(submit(other.digest)).rejects.toMatchObject({ code: 'letter.changed-since-preview' });
      expect((await under.events()).at(-1)).toMatchObject({ kind: 'submit-refused' });
    });

    test('a letter to an address that is no longer the platform’s is neither approved nor sent', async () => {
      const moved = aLetter(notice, { recipient: 'old@practice.example' }, 2);
      await together(({ letters }) => letters.add(moved));
      await acts.ask.run({ id: notice.id, letterDigest: moved.digest, by: AUTHOR });
      const reading = { id: notice.id, letterDigest: moved.digest, by: REVIEWER };
      await expect(acts.approve.run(reading)).rejects.toMatchObject({ code: 'letter.recipient-changed' });
      expect((await stored()).status).toBe('ready');
    });

    test('a reason for returning stays with the notice and is in no event', async () => {
      await acts.ask.run({ ...which(), by: AUTHOR });
      await acts.give.run({ ...which(), by: REVIEWER, reason: 'The second address is another post.' });
      expect((await stored()).approval.judged).toMatchObject({ reason: 'The second address is another post.' });
      expect(JSON.stringify(await under.events())).not.toContain('another post');
    });
  });
}
