import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenBooks } from '#application/books.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { BooksUnderTest } from './books-under-test.js';
import { aCapture, aDelivery, anUpload, aPlainMessage, CASES } from './shelf-examples.js';

const BY: Actor = { kind: 'user', userId: uuid(800), sessionId: 'a-session' };
const happened = (subjectId: string, kind = 'case-opened'): DomainEvent => ({ kind, subject: 'case', subjectId });

/** What every implementation of `Books` promises of transactions and of what may be there once only. */
export function transactionsContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(name, () => {
    let under: BooksUnderTest;
    const together = <T>(work: (books: OpenBooks) => Promise<T>): Promise<T> => under.books.together(BY, work);
    const failing = (work: (books: OpenBooks) => Promise<unknown>): Promise<unknown> =>
      together(async (books) => {
        await work(books);
        throw new Error('half-way');
      });

    beforeEach(async () => {
      under = await open();
      await together(async ({ cases }) => {
        for (const one of CASES) await cases.add(one, undefined);
      });
    });
    afterEach(() => under.close());

    describe('all or nothing', () => {
      test('events stand in the order in which they happened, with who did it; a job follows from them after its wait', async () => {
        const { notice, letter, delivery } = aDelivery(4);
        await together(async (books) => {
          await books.notices.add(notice, [happened(uuid(504), 'first'), happened(uuid(504), 'second')]);
          await books.letters.add(letter);
          await books.deliveries.add(delivery, delivery.announce(600));
          await books.record({
            ...happened(uuid(504), 'third'),
            facts: { codes: ['a', 'b'], n: 1, no: null, yes: true },
          });
        });
        const events = await under.events();
        expect(events.map((event) => event.kind)).toEqual(['first', 'second', 'delivery-queued', 'third']);
        expect(events[3]).toEqual({
          ...happened(uuid(504), 'third'),
          ...{ facts: { codes: ['a', 'b'], n: 1, no: null, yes: true }, by: BY },
        });
        expect(await under.jobs()).toEqual([
          { reaction: 'wake-sender', eventKind: 'delivery-queued', startAfterSeconds: 600 },
        ]);
      });

      test('the system acts in a job’s name', async () => {
        await under.books.together({ kind: 'system', job: 'send' }, (books) => books.record(happened(uuid(501))));
        expect((await under.events()).at(-1)?.by).toEqual({ kind: 'system', job: 'send' });
      });

      test('work that fails leaves no row, no letter, no mail, no event and no job, and gives its number back', async () => {
        const { notice, letter, delivery } = aDelivery(4);
        const message = aPlainMessage(1);
        const events = await under.events();
        const work = failing(async (books) => {
          await books.notices.add(notice, happened(notice.id));
          await books.letters.add(letter);
          await books.deliveries.add(delivery, delivery.announce(0));
          await books.rawMail.keep([{ message, bytes: letter.bytes }]);
          await books.evidence.add(aCapture(notice.id).capture, aCapture(notice.id).of, aCapture(notice.id).items);
          await books.nextNumber('notice', 2026);
        });
        await expect(work).rejects.toThrow('half-way');
        await expect(together((books) => books.notices.get(notice.id))).rejects.toMatchObject({
          code: 'notice.not-found',
        });
        await expect(together(({ deliveries }) => deliveries.get(delivery.id))).rejects.toThrow();
        await expect(together((books) => books.messages.get(message.id))).rejects.toThrow();
        expect(await together(({ letters }) => letters.find(letter.digest))).toBeNull();
        expect(await together((books) => books.nextNumber('notice', 2026))).toBe(1);
        expect(await under.events()).toEqual(events);
        expect(await under.jobs()).toEqual([]);
      });
    });

    describe('once only', () => {
      test('no two things share an id or a reference', async () => {
        const notice = NoticeBuilder.aNotice(4);
        await together((books) => books.notices.add(notice.build(), undefined));
        const same = NoticeBuilder.aNotice(5).identifiedAs({ reference: notice.build().reference });
        for (const another of [notice, same]) {
          const again = together((books) => books.notices.add(another.build(), undefined));
          await expect(again).rejects.toMatchObject({ code: 'notice.already-there' });
        }
        const sameCase = together(({ cases }) => cases.add(CASES[0]!, undefined));
        await expect(sameCase).rejects.toMatchObject({ code: 'case.already-there' });
      });

      test('a letter is written once and never replaced', async () => {
        const { notice, letter } = aDelivery(4);
        await together(async (books) => {
          await books.notices.add(notice, undefined);
          await books.letters.add(letter);
        });
        await expect(together(({ letters }) => letters.add({ ...letter, subject: 'other' }))).rejects.toThrow();
        const sameToken = aLetter(notice, { replyToken: letter.replyToken }, 2);
        await expect(together(({ letters }) => letters.add(sameToken))).rejects.toThrow();
      });

      test('a mail with the same bytes is kept once, whether it comes twice in one go or in three at once', async () => {
        const mail = (n: number, bytes: string) => ({ message: aPlainMessage(n, bytes), bytes: Buffer.from(bytes) });
        const arrive = (n: number) => together(({ rawMail }) => rawMail.keep([mail(n, 'same'), mail(n + 3, 'same')]));
        const answers = await Promise.all([1, 2, 3].map(arrive));
        const kept = answers.flatMap((ids) => [...ids]);
        expect(kept).toHaveLength(1);
        expect(await together(({ rawMail }) => rawMail.keep([mail(7, 'same'), mail(8, 'other')]))).toEqual(
          new Set([uuid(958)]),
        );
        const events = (await under.events()).filter((event) => event.kind === 'message-kept');
        expect(events.map((event) => event.subjectId)).toEqual([...kept, uuid(958)]);
        expect(await under.jobs()).toMatchObject([
          { reaction: 'understand-message' },
          { reaction: 'understand-message' },
        ]);
        expect(await together(({ rawMail }) => rawMail.keep([]))).toEqual(new Set());
      });

      test('a capture is kept once, with one event', async () => {
        const notice = NoticeBuilder.aNotice(4).build();
        const { capture, of, items } = aCapture(notice.id);
        await together((books) => books.notices.add(notice, undefined));
        expect(await together(({ evidence }) => evidence.has(capture.id))).toBe(false);
        expect(await together(({ evidence }) => evidence.add(capture, of, items))).toBe(true);
        expect(await together(({ evidence }) => evidence.has(capture.id))).toBe(true);
        expect(await together(({ evidence }) => evidence.add(capture, of, items))).toBe(false);
        expect((await under.events()).filter((event) => event.kind === 'capture-made')).toHaveLength(1);
      });

      test('whoever touches a stored thing enters its custody, in the order of time; an unknown thing is refused', async () => {
        const notice = NoticeBuilder.aNotice(4).build();
        const { capture, of, items } = aCapture(notice.id);
        const id = items[0]!.id;
        await together((books) => books.notices.add(notice, undefined));
        await together(({ evidence }) => evidence.add(capture, of, items));
        const seen: string[][] = [];
        const touch = () =>
          together(({ evidence }) =>
            evidence.touch(id, (item, at) => {
              seen.push(item.custody.map(({ action }) => action));
              return item.touch('viewed', at, uuid(800));
            }),
          );
        await Promise.all([touch(), touch()]);
        expect(seen).toEqual([['stored'], ['stored', 'viewed']]);
        const unknown = together(({ evidence }) =>
          evidence.touch(uuid(799), (item, at) => item.touch('viewed', at, 'x')),
        );
        await expect(unknown).rejects.toMatchObject({ code: 'evidence.not-found' });
      });

      test('files beside a notice are added in turn, and one that was taken away is there no more', async () => {
        const notice = NoticeBuilder.aNotice(4).build();
        await together((books) => books.notices.add(notice, undefined));
        const addOnce = (n: number) =>
          together(async ({ evidence }) => {
            if ((await evidence.attached(notice.id)).length === 0) await evidence.attach(notice.id, anUpload(n));
          });
        await Promise.all([addOnce(1), addOnce(2)]);
        const [kept, ...more] = await together(({ evidence }) => evidence.attached(notice.id));
        expect([more, kept!.custody]).toMatchObject([[], [{ by: uuid(800), action: 'stored' }]]);
        expect(await together(({ evidence }) => evidence.attached(uuid(5)))).toEqual([]);
        const remove = () =>
          together(({ evidence }) => evidence.touch(kept!.id, (item, at) => item.touch('removed', at, uuid(800))));
        await remove();
        expect(await together(({ evidence }) => evidence.attached(notice.id))).toEqual([]);
        await expect(remove()).rejects.toMatchObject({ code: 'evidence.removed' });
      });

      test('a notice has one delivery per purpose, unless the earlier one certainly did not arrive', async () => {
        const { notice, letter, delivery } = aDelivery(4);
        const next = aDelivery(4);
        const second = { letter: aLetter(notice, {}, 2), id: uuid(699) };
        const another = Object.assign(next.delivery, {
          ...{ id: second.id, letterDigest: second.letter.digest },
          ...{ messageId: second.letter.messageId, replyToken: second.letter.replyToken },
        });
        await together(async (books) => {
          await books.notices.add(notice, undefined);
          await books.letters.add(letter);
          await books.letters.add(second.letter);
          await books.deliveries.add(delivery, undefined);
        });
        await expect(together(({ deliveries }) => deliveries.add(another, undefined))).rejects.toMatchObject({
          code: 'delivery.already-there',
        });
        await together(({ deliveries }) =>
          deliveries.change({ id: delivery.id }, (one) => one.callBack(new Date(), null)),
        );
        await together(({ deliveries }) => deliveries.add(another, undefined));
      });

      test('a number is given once per thing and year, and one given elsewhere never', async () => {
        const next = (year: number) => together((books) => books.nextNumber('notice', year));
        const given = await Promise.all([2026, 2026, 2026, 2027].map(next));
        expect(given.slice(0, 3).sort()).toEqual([1, 2, 3]);
        expect(given[3]).toBe(1);
        await together((books) => books.reserveNumber('notice', 2026, 10));
        await together((books) => books.reserveNumber('notice', 2026, 7));
        expect(await next(2026)).toBe(11);
        expect(await together((books) => books.nextNumber('case', 2026))).toBe(1);
      });
    });
  });
}
