import { beforeEach, describe, expect, test } from '@jest/globals';
import { Delivery } from '#domain/correspondence/delivery.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { A_REASON, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { type Attempt, type Carried, Transport, type Outgoing } from './transport.js';
import { SendDelivery } from './send-delivery.js';

const ID = uuid(900);
const NOON = new Date('2026-11-21T12:00:00Z');
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

/** Does what the test says instead of sending. */
class ScriptedTransport extends Transport {
  calls = 0;
  script: (attempt: Attempt) => Promise<Carried> = () => Promise.resolve({ end: 'accepted', answer: '250 ok' });

  carry(_: Outgoing, attempt: Attempt): Promise<Carried> {
    this.calls += 1;
    return this.script(attempt);
  }
}

let now: Date;
let books: FakeBooks;
let transport: ScriptedTransport;
let send: SendDelivery;

const delivery = () => books.together(system('test'), ({ deliveries }) => deliveries.get(ID));
const notice = () => books.together(system('test'), ({ notices }) => notices.get(uuid(1)));
const othersTurn = () =>
  books.together(system('test'), async ({ deliveries }) => {
    await deliveries.change({ id: ID }, (one) => one.expire(now));
    await deliveries.change({ id: ID }, (one) => one.lease(now));
  });

beforeEach(async () => {
  now = NOON;
  books = new FakeBooks(() => now);
  transport = new ScriptedTransport();
  const submitted = NoticeBuilder.aNotice().submittedOn().build();
  const bytes = Buffer.from('Subject: x\r\n\r\nx\r\n');
  const letter = aLetter(submitted, { bytes });
  send = new SendDelivery(books, transport, {
    sha256: (all) => (Buffer.compare(all, bytes) ? 'other' : letter.digest),
  });
  const queued = Delivery.queue({ id: ID, letter, createdAt: NOON }, NOON);
  await books.together(system('test'), async ({ notices, letters, deliveries }) => {
    await notices.add(submitted, undefined);
    await letters.add(letter);
    await deliveries.add(queued, undefined);
  });
});

describe('an attempt to send', () => {
  test('records the answer and the notice’s sending together', async () => {
    await send.run(ID);

    expect(await delivery()).toMatchObject({ state: 'sent', serverAnswer: '250 ok', finishedAt: NOON });
    expect((await notice()).moments.sentAt).toEqual(NOON);
  });

  test('before its time does not begin', async () => {
    now = later(-1);

    expect(await send.run(ID)).toBeNull();
    expect(transport.calls).toBe(0);
  });

  test('writes nothing when somebody else has the delivery by now', async () => {
    transport.script = async () => {
      now = later(121);
      await othersTurn();
      return { end: 'accepted', answer: '250 ok' };
    };

    expect(await send.run(ID)).toBeNull();
    expect(await delivery()).toMatchObject({ state: 'sending', fence: 2 });
    expect((await notice()).status).toBe('submitted');
  });

  test('may not even be offered when somebody else has the delivery by now', async () => {
    transport.script = async (attempt) => {
      now = later(121);
      await othersTurn();
      await attempt.reach('body-offered');
      throw new Error('it was offered');
    };

    expect(await send.run(ID)).toBeNull();
    expect(await delivery()).toMatchObject({ stage: 'none', fence: 2 });
  });

  test('still tells the truth about a notice that was withdrawn while it was under way', async () => {
    transport.script = async () => {
      await books.change('notices', { id: uuid(1), by: system('test') }, (one) => one.withdraw(now, A_REASON));
      return { end: 'accepted', answer: '250 ok' };
    };

    await send.run(ID);

    expect((await delivery()).state).toBe('sent');
    expect((await notice()).status).toBe('withdrawn');
  });

  test('is recorded later when the books are away for a moment', async () => {
    const together = books.together.bind(books);
    let troubles = 0;
    transport.script = (attempt) => {
      expect(attempt.isHeld()).toBe(true);
      books.together = (...asked) => (++troubles < 3 ? Promise.reject(new Error('away')) : together(...asked));
      return Promise.resolve({ end: 'accepted', answer: '250 ok' });
    };

    await send.run(ID);

    expect((await delivery()).state).toBe('sent');
  });

  test('that breaks in our own program is told, and left for the lease to end', async () => {
    transport.script = () => Promise.reject(new Error('a fault of ours'));

    await expect(send.run(ID)).rejects.toThrow('a fault of ours');
    expect((await delivery()).state).toBe('sending');
  });
});

test('a delivery nobody knows is nobody’s to send', async () => {
  expect(await send.run(uuid(901))).toBeNull();
  await expect(books.together(system('test'), ({ deliveries }) => deliveries.get(uuid(901)))).rejects.toThrow(
    RuleViolation,
  );
});
