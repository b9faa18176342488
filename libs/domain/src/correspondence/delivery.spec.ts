import { describe, expect, test } from '@jest/globals';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { Delivery, DELIVERY_STATES, LEASE_SECONDS, type DeliveryState } from './delivery.js';
import { RETRY_MINUTES } from './retry-schedule.js';

const START = Date.parse('2026-11-02T09:00:00Z');
/** So many seconds after the start. */
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const LETTER = aLetter(NoticeBuilder.aNotice().ready().build());

const queued = (): Delivery => Delivery.queue({ id: uuid(600), letter: LETTER, createdAt: at(0) }, at(10));
const after = (...verbs: ((delivery: Delivery) => unknown)[]): Delivery => {
  const delivery = queued();
  verbs.forEach((verb) => verb(delivery));
  return delivery;
};
const lease = (it: Delivery) => it.lease(at(10));
const offer = (it: Delivery) => it.reach('body-offered', 1, at(11));

const IN_STATE: Readonly<Record<DeliveryState, () => Delivery>> = {
  queued,
  sending: () => after(lease),
  sent: () => after(lease, offer, (it) => it.accept(1, '250 ok', at(12))),
  deferred: () => after(lease, (it) => it.defer(1, '451 later', at(12))),
  failed: () => after(lease, (it) => it.refuse(1, '550 no', at(12))),
  unknown: () => after(lease, offer, (it) => it.loseSight(1, '', at(12))),
  'called-back': () => after((it) => it.callBack(at(5), null)),
};

const LATER = at(100_000);

/** Each verb, from which states it may be used, and the state it leads to. */
const VERBS: Readonly<
  Record<string, readonly [(it: Delivery) => unknown, Partial<Record<DeliveryState, DeliveryState>>]>
> = {
  lease: [(it) => it.lease(LATER), { queued: 'sending', deferred: 'sending' }],
  reach: [(it) => it.reach('connected', it.fence, LATER), { sending: 'sending' }],
  'hold on': [(it) => it.holdOn(it.fence, LATER), { sending: 'sending' }],
  accept: [(it) => it.accept(it.fence, '250', LATER), { sending: 'sent' }],
  refuse: [(it) => it.refuse(it.fence, '550', LATER), { sending: 'failed' }],
  defer: [(it) => it.defer(it.fence, '451', LATER), { sending: 'deferred' }],
  'lose sight': [(it) => it.loseSight(it.fence, '', LATER), { sending: 'unknown' }],
  expire: [(it) => it.expire(LATER), { sending: 'queued' }],
  'settle as arrived': [(it) => it.settle(true, LATER), { unknown: 'sent' }],
  'settle as lost': [(it) => it.settle(false, LATER), { unknown: 'failed' }],
  'call back': [(it) => it.callBack(LATER, null), { queued: 'called-back', deferred: 'called-back' }],
};

describe('the life of a delivery', () => {
  const uses = Object.entries(VERBS).flatMap(([verb, [use, leads]]) =>
    DELIVERY_STATES.map((from) => ({ verb, use, from, to: leads[from] })),
  );

  test.each(DELIVERY_STATES)('one that is %s got there by its verbs', (state) => {
    expect(IN_STATE[state]().state).toBe(state);
  });

  test.each(uses.filter((one) => one.to !== undefined))('$verb: from $from to $to', ({ use, from, to }) => {
    const delivery = IN_STATE[from]();
    use(delivery);
    expect(delivery.state).toBe(to);
  });

  test.each(uses.filter((one) => one.to === undefined))('$verb is refused for one that is $from', ({ use, from }) => {
    const delivery = IN_STATE[from]();
    expect(() => use(delivery)).toThrow(/delivery\.(state-cannot-follow|lease-lost)/);
    expect(delivery).toStrictEqual(IN_STATE[from]());
  });

  test('only what waits has a next try, only what is under way a lease, only what is over an end', () => {
    for (const state of DELIVERY_STATES) {
      const { nextTryAt, leasedUntil, finishedAt } = IN_STATE[state]();
      expect([state, nextTryAt !== null]).toEqual([state, ['queued', 'deferred'].includes(state)]);
      expect([state, leasedUntil !== null]).toEqual([state, state === 'sending']);
      expect([state, finishedAt !== null]).toEqual([
        state,
        ['sent', 'failed', 'unknown', 'called-back'].includes(state),
      ]);
    }
  });
});

test('a form is never the machine’s to hand in', () => {
  const letter = { ...LETTER, format: 'form-sheet', recipient: 'https://platform.example/form' } as const;
  const sheet = Delivery.queue({ id: uuid(601), letter, createdAt: at(0) }, at(10));
  expect(() => sheet.lease(LATER)).toThrow('delivery.state-cannot-follow');
});

test('what the platform calls it is kept with its answer', () => {
  expect(after(lease, offer, (it) => it.accept(1, '200', at(12), '48392')).theirReference).toBe('48392');
});

describe('the fence', () => {
  test('who lost the lease may neither write nor send', () => {
    const delivery = after(
      lease,
      (it) => it.expire(at(10 + LEASE_SECONDS)),
      (it) => it.lease(at(500)),
    );
    expect(delivery.fence).toBe(2);
    const late: ((fence: number) => unknown)[] = [
      (fence) => delivery.reach('body-offered', fence, at(501)),
      (fence) => delivery.holdOn(fence, at(501)),
      (fence) => delivery.accept(fence, '', at(501)),
      (fence) => delivery.refuse(fence, '', at(501)),
      (fence) => delivery.defer(fence, '', at(501)),
      (fence) => delivery.loseSight(fence, '', at(501)),
    ];
    for (const write of late) expect(() => write(1)).toThrow('delivery.lease-lost');
    expect(delivery.state).toBe('sending');
    delivery.reach('connected', 2, at(501));
  });

  test('a lease is not taken before its time, nor from who holds it', () => {
    expect(() => queued().lease(at(9))).toThrow('delivery.not-yet-due');
    expect(() => after(lease).lease(at(11))).toThrow('delivery.state-cannot-follow');
  });

  test('a lease runs out after its seconds without a sign of life, not before', () => {
    const delivery = after(lease);
    expect(() => delivery.expire(at(9 + LEASE_SECONDS))).toThrow('delivery.state-cannot-follow');
    delivery.holdOn(1, at(100));
    expect(() => delivery.expire(at(10 + LEASE_SECONDS))).toThrow('delivery.state-cannot-follow');
    delivery.expire(at(100 + LEASE_SECONDS));
    expect(delivery.state).toBe('queued');
  });
});

describe('what a sender that died leaves behind', () => {
  test.each(['none', 'connected', 'recipient-accepted'] as const)(
    'at %s the letter had not left: queued again at once',
    (stage) => {
      const delivery = after(lease, (it) => it.reach(stage, 1, at(11)));
      const event = delivery.expire(at(1000));
      expect([delivery.state, delivery.nextTryAt, event.kind]).toEqual(['queued', at(1000), 'delivery-handed-back']);
    },
  );

  test('after the letter was offered nobody knows: unknown, and never sent again by the machine', () => {
    const delivery = after(lease, offer, (it) => it.expire(at(1000)));
    expect([delivery.state, delivery.nextTryAt]).toEqual(['unknown', null]);
    expect(() => delivery.lease(LATER)).toThrow('delivery.state-cannot-follow');
  });

  test('a new attempt begins at the first stage', () => {
    const delivery = after(
      lease,
      (it) => it.reach('recipient-accepted', 1, at(11)),
      (it) => it.expire(at(1000)),
    );
    delivery.lease(at(1000));
    expect([delivery.stage, delivery.attempts, delivery.fence]).toEqual(['none', 2, 2]);
  });
});

describe('temporary refusals', () => {
  test('are tried again after ever longer waits, 72 hours in all, and then it has failed', () => {
    const delivery = queued();
    let now = at(10);
    const waits: number[] = [];
    while (delivery.state !== 'failed') {
      delivery.lease(now);
      const event = delivery.defer(delivery.fence, `451 try ${delivery.attempts}`, now);
      if (delivery.nextTryAt === null) break;
      expect(event.facts).toMatchObject({ wakeAfterSeconds: (delivery.nextTryAt.getTime() - now.getTime()) / 1000 });
      waits.push((delivery.nextTryAt.getTime() - now.getTime()) / 60_000);
      now = delivery.nextTryAt;
    }
    expect(waits).toEqual([...RETRY_MINUTES]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    const hours = waits.reduce((sum, minutes) => sum + minutes, 0) / 60;
    expect(hours).toBe(72);
    expect(delivery).toMatchObject({ state: 'failed', serverAnswer: `451 try ${RETRY_MINUTES.length + 1}` });
  });
});

test('events name the notice and numbers, never what the server or the letter said', () => {
  const delivery = after(lease);
  expect(delivery.refuse(1, '550 mailbox of somebody', at(12)).facts).toEqual({ noticeId: uuid(1), attempt: 1 });
  expect(queued().announce(10)).toMatchObject({
    kind: 'delivery-queued',
    facts: { purpose: 'notice', wakeAfterSeconds: 10 },
  });
});

describe('a server that asks us to wait', () => {
  const deferredAfter = (asked: number): Date | null =>
    after(lease, (it) => it.defer(1, '429', at(20), asked)).nextTryAt;

  test('is heeded when it asks for more than our own schedule', () => {
    expect(deferredAfter(600)).toEqual(at(620));
    expect(deferredAfter(30)).toEqual(at(20 + RETRY_MINUTES[0] * 60));
  });

  test('is not heeded for longer than a day', () => {
    expect(deferredAfter(1e9)).toEqual(at(20 + 24 * 3600));
  });

  test('wakes the sender then', () => {
    const delivery = after(lease);
    expect(delivery.defer(1, '429', at(20), 599.2).facts).toMatchObject({ wakeAfterSeconds: 600 });
  });
});
