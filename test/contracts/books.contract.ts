import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Books, OpenBooks } from '#application/books.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { aCapture, aDelivery, anEscalation, aPlainMessage, CASES, messages, notices } from './shelf-examples.js';

/** Books under test, and a look at what they recorded. */
export interface BooksUnderTest {
  readonly books: Books;
  events(): Promise<readonly (DomainEvent & { readonly by: Actor })[]>;
  jobs(): Promise<
    readonly { readonly reaction: string; readonly eventKind: string; readonly startAfterSeconds: number }[]
  >;
  close(): Promise<void>;
}

const BY: Actor = { kind: 'user', userId: uuid(800), sessionId: 'a-session' };
const happened = (subjectId: string, kind = 'case-opened'): DomainEvent => ({ kind, subject: 'case', subjectId });

/** What every implementation of `Books` promises. `open` gives empty books with the reference data of a practice desk. */
export function booksContract(name: string, open: () => Promise<BooksUnderTest>): void {
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

  describe(`${name}: what goes in comes out`, () => {
    test('of every shelf, in every column', async () => {
      const closed = CaseBuilder.aCase(50).saying({ threatToLife: true }).closedOn('2026-11-09T10:00:00Z').build();
      await together(({ cases }) => cases.add(closed, undefined));
      expect(await together(({ cases }) => cases.get(closed.id))).toStrictEqual(closed);
      for (const notice of notices()) {
        await together((books) => books.notices.add(notice, undefined));
        expect(await together((books) => books.notices.get(notice.id))).toStrictEqual(notice);
      }
      for (const message of messages()) {
        await together(({ rawMail }) => rawMail.keep([{ message, bytes: Buffer.from(message.digest) }]));
        expect(await together((books) => books.messages.get(message.id))).toStrictEqual(message);
      }
      const escalation = anEscalation(1);
      await together(({ escalations }) => escalations.add(escalation, undefined));
      expect(await together(({ escalations }) => escalations.get(escalation.id))).toStrictEqual(escalation);
    });

    test('of a delivery at each station of its life', async () => {
      const { notice, letter, delivery } = aDelivery(4);
      const at = new Date('2026-11-02T09:01:00.789Z');
      await together(async (books) => {
        await books.notices.add(notice, undefined);
        await books.letters.add(letter);
        await books.deliveries.add(delivery, undefined);
      });
      expect(await together(({ deliveries }) => deliveries.get(delivery.id))).toStrictEqual(delivery);
      const verbs = [
        () => delivery.lease(at),
        () => delivery.reach('body-offered', 1, at),
        () => delivery.loseSight(1, '421 “later”', at),
        () => delivery.settle(true, at),
      ];
      for (const verb of verbs) {
        verb();
        const same = (one: typeof delivery) => void Object.assign(one, { ...delivery, version: one.version });
        const changed = await together(({ deliveries }) => deliveries.change({ id: delivery.id }, same));
        expect(await together(({ deliveries }) => deliveries.get(delivery.id))).toStrictEqual(changed);
        expect({ ...changed, version: 1 }).toEqual({ ...delivery });
      }
    });

    test('of a letter and of a mail, byte for byte, whatever the bytes', async () => {
      const notice = NoticeBuilder.aNotice(4).build();
      const letter = aLetter(notice, { bytes: Uint8Array.from({ length: 1024 }, (_, index) => index % 256) });
      const message = aPlainMessage(1);
      await together(async (books) => {
        await books.notices.add(notice, undefined);
        await books.letters.add(letter);
        await books.rawMail.keep([{ message, bytes: letter.bytes }]);
      });
      const found = await together(({ letters }) => letters.find(letter.digest));
      expect({ ...found, bytes: null }).toEqual({ ...letter, bytes: null });
      expect(Buffer.from(found!.bytes).equals(letter.bytes)).toBe(true);
      const bytes = await together(({ rawMail }) => rawMail.bytes(message.digest));
      expect(Buffer.from(bytes).equals(letter.bytes)).toBe(true);
    });
  });

  describe(`${name}: changing`, () => {
    const observed = { at: '2026-11-05T10:00:00.000Z', seen: 'there', httpStatus: 200, captureId: null } as const;
    const kept = NoticeBuilder.aNotice(5).about('https://a.example/1', 'https://a.example/2').sentOn().build();
    const observe = (books: Pick<OpenBooks, 'notices'>) =>
      books.notices.change({ id: kept.id }, (notice) => notice.observe(notice.items[0]!.id, observed));

    beforeEach(() => together((books) => books.notices.add(kept, undefined)));

    test('keeps what the verb did, counts the version up and answers the thing as it is kept', async () => {
      const changed = await together(observe);
      expect(changed.version).toBe(2);
      expect(changed.items[0]!.observations).toEqual([observed]);
      expect(await together((books) => books.notices.get(kept.id))).toStrictEqual(changed);
    });

    test('takes items out, puts others in and moves the rest', async () => {
      const id = uuid(6);
      const item = (n: number) => NoticeBuilder.item(id, n, `https://a.example/${n}`);
      const draft = NoticeBuilder.aNotice(6).about(item(1).url, item(2).url, item(3).url).build();
      await together((books) => books.notices.add(draft, undefined));
      const items = [item(3), item(4), item(1)];
      await together((books) => books.notices.change({ id }, (notice) => notice.describe(notice.content, items)));
      const now = await together((books) => books.notices.get(id));
      expect(now.items.map(({ url, position }) => [url, position])).toEqual(
        items.map(({ url }, index) => [url, index + 1]),
      );
    });

    test('refuses what is not there, naming what it is', async () => {
      const id = uuid(99);
      await expect(together(({ cases }) => cases.get(id))).rejects.toMatchObject({ code: 'case.not-found' });
      await expect(together((books) => books.notices.change({ id }, () => undefined))).rejects.toMatchObject({
        code: 'notice.not-found',
      });
      await expect(together(({ deliveries }) => deliveries.get(id))).rejects.toMatchObject({
        code: 'delivery.not-found',
      });
      await expect(together((books) => books.messages.get(id))).rejects.toMatchObject({ code: 'message.not-found' });
      await expect(together(({ escalations }) => escalations.get(id))).rejects.toMatchObject({
        code: 'escalation.not-found',
      });
      await expect(together(({ rawMail }) => rawMail.bytes('00'))).rejects.toMatchObject({ code: 'message.not-found' });
      expect(await together(({ letters }) => letters.find('00'))).toBeNull();
    });

    test('refuses another version than the one the person saw, and changes nothing', async () => {
      await together(observe);
      const late = under.books.change('notices', { id: kept.id, expected: 1, by: BY }, (notice) =>
        notice.withdraw(new Date()),
      );
      await expect(late).rejects.toMatchObject({ code: 'version.outdated', facts: { expected: 1, actual: 2 } });
      expect((await together((books) => books.notices.get(kept.id))).status).toBe('sent');
      await under.books.change('notices', { id: kept.id, expected: 2, by: BY }, (notice) =>
        notice.withdraw(new Date()),
      );
    });

    test('a verb that throws half-way leaves nothing behind', async () => {
      const before = await together((books) => books.notices.get(kept.id));
      const events = await under.events();
      const verb = under.books.change('notices', { id: kept.id, by: BY }, (notice) => {
        notice.acknowledge(new Date('2026-11-03T00:00:00Z'));
        notice.items[0]!.observe(observed);
        throw new Error('half-way');
      });
      await expect(verb).rejects.toThrow('half-way');
      expect(await together((books) => books.notices.get(kept.id))).toStrictEqual(before);
      expect(await under.events()).toEqual(events);
    });

    test('what was handed out is a copy: altering it changes nothing', async () => {
      const mine = await together((books) => books.notices.get(kept.id));
      mine.withdraw(new Date());
      expect((await together((books) => books.notices.get(kept.id))).status).toBe('sent');
    });

    test('twelve at once all happen, one after the other', async () => {
      await Promise.all(Array.from({ length: 12 }, () => together(observe)));
      const now = await together((books) => books.notices.get(kept.id));
      expect(now.items[0]!.observations).toHaveLength(12);
      expect(now.version).toBe(13);
    });
  });

  describe(`${name}: all or nothing`, () => {
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
      await under.books.together({ kind: 'system', job: 'send' }, ({ record }) => record(happened(uuid(501))));
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

  describe(`${name}: once only`, () => {
    test('no two things share an id or a reference', async () => {
      const notice = NoticeBuilder.aNotice(4);
      await together((books) => books.notices.add(notice.build(), undefined));
      const same = NoticeBuilder.aNotice(5).identifiedAs({ reference: notice.build().reference });
      await expect(together((books) => books.notices.add(notice.build(), undefined))).rejects.toThrow();
      await expect(together((books) => books.notices.add(same.build(), undefined))).rejects.toThrow();
      await expect(together(({ cases }) => cases.add(CASES[0]!, undefined))).rejects.toThrow();
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
      expect(await together(({ evidence }) => evidence.add(capture, of, items))).toBe(true);
      expect(await together(({ evidence }) => evidence.add(capture, of, items))).toBe(false);
      expect((await under.events()).filter((event) => event.kind === 'capture-made')).toHaveLength(1);
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
      await expect(together(({ deliveries }) => deliveries.add(another, undefined))).rejects.toThrow();
      await together(({ deliveries }) => deliveries.change({ id: delivery.id }, (one) => one.callBack(new Date())));
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
}
