import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenBooks } from '#application/books.js';
import type { Actor } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { A_REASON, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { BooksUnderTest } from './books-under-test.js';
import {
  aDelivery,
  anEscalation,
  aPlainMessage,
  aReset,
  aToken,
  aUser,
  CASES,
  messages,
  notices,
} from './shelf-examples.js';

const BY: Actor = { kind: 'user', userId: uuid(800), sessionId: 'a-session' };

/** What every implementation of `Books` promises. `open` gives empty books with the reference data of a practice desk. */
export function booksContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(name, () => {
    let under: BooksUnderTest;
    const together = <T>(work: (books: OpenBooks) => Promise<T>): Promise<T> => under.books.together(BY, work);

    beforeEach(async () => {
      under = await open();
      await together(async ({ cases }) => {
        for (const one of CASES) await cases.add(one, undefined);
      });
    });
    afterEach(() => under.close());

    describe('what goes in comes out', () => {
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
        const user = aUser(1);
        await together(({ users }) => users.add(user, undefined));
        expect(await together(({ users }) => users.get(user.id))).toStrictEqual(user);
        const reset = aReset(user.id, aUser(2).id, aUser(3).id);
        await together(({ users }) => users.addEach([aUser(2), aUser(3)], () => undefined));
        await together(({ factorResets }) => factorResets.add(reset, undefined));
        expect(await together(({ factorResets }) => factorResets.get(reset.id))).toStrictEqual(reset);
        const token = aToken(1, user.id);
        await together(({ tokens }) => tokens.add(token, undefined));
        expect(await together(({ tokens }) => tokens.get(token.id))).toStrictEqual(token);
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
          const isOpen = ['sending', 'unknown'].includes(changed.state);
          expect(await together((books) => books.openDeliveries(notice.id))).toEqual(isOpen ? [delivery.id] : []);
        }
      });

      test('of what was understood of a mail with bytes that are no text', async () => {
        const message = aPlainMessage(1);
        await together(({ rawMail }) => rawMail.keep([{ message, bytes: Buffer.from('\0') }]));
        const hostile = 'a\u0000b\ud800c\udc00 \ud83d\ude00';
        const summary = { ...messages()[0]!.summary!, subject: hostile, text: hostile };
        const reading = { ...messages()[0]!.reading!, reference: hostile, because: [hostile] };
        const match = { noticeId: null, how: 'none', candidates: [] };
        await together((books) =>
          books.messages.change({ id: message.id }, (one) => one.understand({ summary, match, reading })),
        );
        const understood = await together((books) => books.messages.get(message.id));
        expect(understood.summary?.text).toBe('a\ufffdb\ufffdc\ufffd \ud83d\ude00');
        expect(understood.reading?.because).toEqual([understood.summary?.text]);
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

    describe('changing', () => {
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

      test('quietly leaves the version as it is, so that what a person read stays valid, and keeps the change all the same', async () => {
        const changed = await together((books) =>
          books.notices.change({ id: kept.id, expected: 1, quietly: true }, (notice) =>
            notice.observe(notice.items[1]!.id, observed),
          ),
        );
        expect(changed.version).toBe(1);
        expect(await together((books) => books.notices.get(kept.id))).toStrictEqual(changed);
        expect((await under.events()).at(-1)?.kind).toBe('item-observed');
      });

      test('several at once is what it is one by one, and all or none', async () => {
        const two = [aPlainMessage(1), aPlainMessage(2)];
        const ids = two.map(({ id }) => id).reverse();
        await together(({ rawMail }) =>
          rawMail.keep(two.map((message) => ({ message, bytes: Buffer.from(message.digest) }))),
        );
        const quarantine = (more: readonly string[]) =>
          together((books) => books.messages.changeEach([...ids, ...more], (one) => one.quarantine('too-slow')));
        await expect(quarantine([uuid(999)])).rejects.toMatchObject({ code: 'message.not-found' });
        expect((await together((books) => books.messages.get(ids[0]!))).state).toBe('kept');
        const changed = await quarantine([]);
        expect(changed.map(({ id, state, version }) => [id, state, version])).toEqual(
          ids.map((id) => [id, 'quarantined', 2]),
        );
        expect(await together((books) => books.messages.get(ids[1]!))).toStrictEqual(changed[1]);
        const told = (await under.events()).filter(({ kind }) => kind === 'message-quarantined');
        expect(told.map(({ subjectId }) => subjectId)).toEqual(ids);
      });

      test('takes items out, puts others in and moves the rest', async () => {
        const id = uuid(6);
        const item = (n: number) => NoticeBuilder.item(id, n, `https://a.example/${n}`);
        const draft = NoticeBuilder.aNotice(6).about(item(1).url, item(2).url, item(3).url).build();
        await together((books) => books.notices.add(draft, undefined));
        const items = [item(3), item(4), item(1)];
        await together((books) => books.notices.change({ id }, (notice) => notice.describe(notice.content, items, BY)));
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
        await expect(together(({ rawMail }) => rawMail.bytes('00'))).rejects.toMatchObject({
          code: 'message.not-found',
        });
        expect(await together(({ letters }) => letters.find('00'))).toBeNull();
      });

      test('refuses another version than the one the person saw, and changes nothing', async () => {
        await together(observe);
        const late = under.books.change('notices', { id: kept.id, expected: 1, by: BY }, (notice) =>
          notice.withdraw(new Date(), A_REASON),
        );
        await expect(late).rejects.toMatchObject({ code: 'version.outdated', facts: { expected: 1, actual: 2 } });
        expect((await together((books) => books.notices.get(kept.id))).status).toBe('sent');
        await under.books.change('notices', { id: kept.id, expected: 2, by: BY }, (notice) =>
          notice.withdraw(new Date(), A_REASON),
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
        mine.withdraw(new Date(), A_REASON);
        expect((await together((books) => books.notices.get(kept.id))).status).toBe('sent');
      });

      test('twelve at once all happen, one after the other', async () => {
        await Promise.all(Array.from({ length: 12 }, () => together(observe)));
        const now = await together((books) => books.notices.get(kept.id));
        expect(now.items[0]!.observations).toHaveLength(12);
        expect(now.version).toBe(13);
      });
    });
  });
}
