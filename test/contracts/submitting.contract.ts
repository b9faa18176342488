import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SubmitNotice, type Submission } from '#application/notice/submit-notice.js';
import type { OpenBooks } from '#application/books.js';
import type { Letter } from '#domain/correspondence/letter.js';
import { system, type Actor } from '#domain/event.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import type { Notice } from '#domain/notice/notice.js';
import { CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { leavingTerms } from '#test/fakes/leaving-terms.js';
import type { BooksUnderTest } from './books-under-test.js';
import { CASES } from './shelf-examples.js';

const BY: Actor & { kind: 'user' } = { kind: 'user', userId: uuid(800), sessionId: null };

/** What submitting promises on any `Books`: what a person read is what leaves, and it leaves once. */
export function submittingContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`submitting a notice on ${name}`, () => {
    let under: BooksUnderTest;
    let act: SubmitNotice;
    let notice: Notice;
    let letter: Letter;
    const together = <T>(work: (books: OpenBooks) => Promise<T>) => under.books.together(system('test'), work);
    const submission = (but: Partial<Submission> = {}): Submission => ({
      ...{ id: notice.id, by: BY, letterDigest: letter.digest, bonaFideText: BONA_FIDE_TEXT_VERSION },
      ...but,
    });
    const kinds = async () => (await under.events()).map((event) => event.kind);
    const keep = async (another: Letter): Promise<Letter> => {
      await together(({ letters }) => letters.add(another));
      return another;
    };

    beforeEach(async () => {
      under = await open();
      act = new SubmitNotice(under.books, new FakeClock(), new CountingIdentities(), leavingTerms());
      notice = NoticeBuilder.aNotice(1).ready().build();
      letter = aLetter(notice);
      await together(async (books) => {
        for (const one of CASES) await books.cases.add(one, undefined);
        await books.notices.add(notice, undefined);
        await books.notices.add(NoticeBuilder.aNotice(2).ready().build(), undefined);
        await books.letters.add(letter);
      });
    });
    afterEach(() => under.close());

    test('three who do so at once: one succeeds, one event, one delivery, one wake-up after the time to call back', async () => {
      const results = await Promise.allSettled([1, 2, 3].map(() => act.run(submission())));
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect((await kinds()).sort()).toEqual(['delivery-queued', 'notice-submitted']);
      expect(await under.jobs()).toEqual([
        { reaction: 'wake-sender', eventKind: 'delivery-queued', startAfterSeconds: 10 },
      ]);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'notice.status-cannot-follow' });
      }
    });

    test('the delivery carries the letter that was read', async () => {
      const { id } = await act.run(submission());
      const delivery = await together(({ deliveries }) => deliveries.get(id));
      const { messageId, replyToken, sender, recipient } = letter;
      expect(delivery).toMatchObject({
        letterDigest: letter.digest,
        messageId,
        replyToken,
        sender,
        recipient,
        state: 'queued',
      });
      expect(delivery.nextTryAt).toEqual(new Date('2026-11-21T12:00:10Z'));
      expect((await together((books) => books.notices.get(notice.id))).bonaFide).toEqual({
        ...{ by: BY.userId, at: '2026-11-21T12:00:00.000Z', textVersion: BONA_FIDE_TEXT_VERSION },
      });
    });

    const refused = async (but: Partial<Submission>, code: string): Promise<void> => {
      const changes = async () => (await under.events()).filter(({ kind }) => kind !== 'submit-refused');
      const before = await changes();
      await expect(act.run(submission(but))).rejects.toMatchObject({ code });
      expect(await changes()).toEqual(before);
      expect((await together((books) => books.notices.get(notice.id))).moments.submittedAt).toBeNull();
    };

    test('a notice that changed since its letter was read is refused', async () => {
      await together((books) => books.notices.change({ id: notice.id }, (one) => one.describe(one.content, [], BY)));
      await together((books) =>
        books.notices.change({ id: notice.id }, (one) => {
          one.describe(one.content, [NoticeBuilder.item(one.id, 1, 'https://example.org/other')], BY);
          return one.prepare(BY);
        }),
      );
      await refused({}, 'letter.changed-since-preview');
    });

    test('a letter of another notice, a withdrawal or an unknown letter is refused', async () => {
      const other = await keep(aLetter(NoticeBuilder.aNotice(2).build()));
      await refused({ letterDigest: other.digest }, 'letter.changed-since-preview');
      const withdrawal = await keep(aLetter(notice, { purpose: 'withdrawal' }, 2));
      await refused({ letterDigest: withdrawal.digest }, 'letter.changed-since-preview');
      await refused({ letterDigest: 'f'.repeat(64) }, 'letter.changed-since-preview');
    });

    test('without the statement of good faith, or with one that does not exist, it is refused', async () => {
      await refused({ bonaFideText: '' }, 'notice.incomplete');
      await refused({ bonaFideText: '1999-1' }, 'notice.incomplete');
    });

    test('a notice seen in another version is refused', () => refused({ expected: 7 }, 'version.outdated'));
  });
}
