import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SmtpTransport } from '#adapters/mail/smtp/smtp-transport.js';
import { PgDueDeliveries } from '#adapters/postgres/pg-due-deliveries.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { type Moment, SmtpSink, type Trick } from '#test/fakes/smtp-sink.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk, type Waiting } from './sending/sending-desk.js';

const PATIENCE = { connecting: 10_000, answer: 10_000, whole: 40_000 };

let desk: SendingDesk;
let sink: SmtpSink;
let send: SendDelivery;
let n = 0;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
});

afterAll(() => desk.close());

beforeEach(async () => {
  sink = await SmtpSink.open();
  send = sender();
});

afterEach(() => sink.close());

const sender = (patience = PATIENCE) => {
  const { port } = sink;
  const route = () => Promise.resolve({ host: '127.0.0.1', port, ignoreTLS: true, name: 'desk.example' });
  return new SendDelivery(desk.books, new SmtpTransport(route, patience), new NodeDigests());
};

const waiting = (how = {}): Promise<Waiting> => desk.wait((n += 1), how);

describe('a letter that is taken', () => {
  test('leaves as it was approved, byte for byte, to one recipient', async () => {
    const one = await waiting({ padding: 200_000 });

    expect(await send.run(one.deliveryId)).toMatchObject({ end: 'accepted', answer: expect.stringMatching(/^250/) });

    expect(sink.arrived).toHaveLength(1);
    expect(sink.arrived[0]).toMatchObject({ from: one.sender, to: [one.recipient] });
    expect(sink.arrived[0]?.bytes.equals(one.bytes)).toBe(true);
    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'sent', notice: 'sent', attempts: 1 });
  });

  test('has each stage on record before the next step, and the offer before DATA', async () => {
    const one = await waiting();
    const onRecord: string[] = [];
    const look = async () => void onRecord.push((await desk.standing(one.deliveryId)).stage);
    sink.play({ mail: look, rcpt: look, data: look });

    await send.run(one.deliveryId);

    expect(onRecord).toEqual(['connected', 'connected', 'body-offered']);
    const stages = ['connected', 'recipient-accepted', 'body-offered'];
    expect(await desk.history(one.deliveryId)).toEqual([
      'delivery-queued',
      'delivery-leased',
      ...stages,
      'delivery-sent',
    ]);
  });

  test('leaves once, however often and by however many senders it is tried', async () => {
    const one = await waiting();

    await Promise.all([sender(), sender(), sender()].map((each) => each.run(one.deliveryId)));
    await send.run(one.deliveryId);

    expect(sink.arrived).toHaveLength(1);
  });

  test('leaves the notice as it is when it takes a notice back', async () => {
    const one = await waiting({ purpose: 'withdrawal' });

    await send.run(one.deliveryId);

    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'sent', notice: 'sent' });
    expect(sink.arrived).toHaveLength(1);
  });
});

describe('a server that says no', () => {
  const temporary: [Moment, Trick][] = [
    ['connect', 421],
    ['mail', 421],
    ['rcpt', 450],
    ['data', 451],
    ['dot', 451],
  ];

  test.each(temporary)('for now, at %s (%s): tried again in a minute with the same letter', async (moment, code) => {
    const one = await waiting();
    sink.play({ [moment]: code });

    expect(await send.run(one.deliveryId)).toMatchObject({
      end: 'deferred',
      answer: expect.stringContaining(String(code)),
    });

    const standing = await desk.standing(one.deliveryId);
    expect(standing).toMatchObject({ state: 'deferred', notice: 'submitted' });
    expect(standing.next_try_at!.getTime() - Date.now()).toBeGreaterThan(50_000);
    expect(await send.run(one.deliveryId)).toBeNull();
    sink.play({});
    await desk.letTimePass(one.deliveryId);
    await send.run(one.deliveryId);
    expect(sink.arrived.map((mail) => mail.bytes.equals(one.bytes))).toEqual([true]);
    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'sent', notice: 'sent', attempts: 2 });
  });

  test.each([
    ['mail', 550],
    ['rcpt', 550],
    ['data', 554],
    ['dot', 552],
  ] as [Moment, Trick][])('for good, at %s (%s): failed, and the notice is ready again', async (moment, code) => {
    const one = await waiting();
    sink.play({ [moment]: code });

    await send.run(one.deliveryId);

    expect(await desk.standing(one.deliveryId)).toMatchObject({
      state: 'failed',
      notice: 'ready',
      server_answer: expect.stringContaining(String(code)),
    });
    await desk.letTimePass(one.deliveryId);
    expect(await send.run(one.deliveryId)).toBeNull();
  });

  test('for now, fourteen times: failed after 72 hours, and the notice is ready again', async () => {
    const one = await waiting();
    sink.play({ rcpt: 450 });

    for (let attempt = 1; attempt <= 14; attempt += 1) {
      await send.run(one.deliveryId);
      await desk.letTimePass(one.deliveryId);
    }

    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'failed', notice: 'ready', attempts: 14 });
  });
});

describe('a line that breaks', () => {
  test.each(['connect', 'mail', 'rcpt'] as Moment[])(
    'at %s is tried again, for nothing was offered yet',
    async (moment) => {
      const one = await waiting();
      sink.play({ [moment]: 'drop' });

      expect(await send.run(one.deliveryId)).toMatchObject({ end: 'deferred' });

      expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'deferred', notice: 'submitted' });
    },
  );

  test.each(['data', 'body', 'dot'] as Moment[])(
    'at %s leaves the delivery unknown, and nobody sends it again',
    async (moment) => {
      const one = await waiting({ padding: 200_000 });
      sink.play({ [moment]: 'drop' });

      expect(await send.run(one.deliveryId)).toMatchObject({ end: 'lost' });

      expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'unknown', notice: 'submitted' });
      sink.play({});
      await desk.letTimePass(one.deliveryId);
      expect(await send.run(one.deliveryId)).toBeNull();
      expect(sink.arrived.length).toBe(moment === 'dot' ? 1 : 0);
    },
  );

  test('by silence after the dot leaves the delivery unknown once our patience is over', async () => {
    const one = await waiting();
    sink.play({ dot: 'hang' });

    expect(await sender({ ...PATIENCE, answer: 700 }).run(one.deliveryId)).toMatchObject({ end: 'lost' });

    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'unknown', notice: 'submitted' });
  });

  test('before it began, where nobody listens, is tried again', async () => {
    const one = await waiting();
    await sink.close();

    expect(await send.run(one.deliveryId)).toMatchObject({
      end: 'deferred',
      answer: expect.stringContaining('ECONNREFUSED'),
    });
    sink = await SmtpSink.open();
  });
});

describe('a letter that may not leave', () => {
  test('is stopped when its notice was withdrawn meanwhile', async () => {
    const one = await waiting();
    await desk.withdraw(one.deliveryId);

    expect(await send.run(one.deliveryId)).toBeNull();

    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'called-back', notice: 'withdrawn' });
    expect(sink.moments).toEqual([]);
  });

  test.each([
    ['an address that hides a second one', { recipient: 'b,evil@practice.example' }, 'address.not-single'],
    ['an address with a comment', { recipient: 'b(evil)@practice.example' }, 'address.not-single'],
    ['a lone line feed in the letter', { bytes: Buffer.from('Subject: x\n\nwords\r\n') }, 'letter.bare-line-break'],
  ])('is refused for %s before anybody is called', async (_, but, code) => {
    const one = await waiting({ but });

    expect(await send.run(one.deliveryId)).toMatchObject({ end: 'refused', answer: code });

    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'failed', notice: 'ready' });
    expect(sink.moments).toEqual([]);
  });

  test('waits for a person where it is the sheet of a form', async () => {
    const one = await waiting({ but: { format: 'form-sheet', recipient: 'https://practice.example/form' } });

    expect(await new PgDueDeliveries(desk.db).due(1000)).not.toContain(one.deliveryId);
    expect(await send.run(one.deliveryId)).toBeNull();

    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'queued', notice: 'submitted' });
    expect(sink.moments).toEqual([]);
  });

  test('is refused when the delivery names another recipient than the letter', async () => {
    const one = await waiting();
    await desk.db.query(`update deliveries set recipient = 'other@practice.example' where id = $1`, [one.deliveryId]);

    expect(await send.run(one.deliveryId)).toMatchObject({ end: 'refused', answer: 'letter.envelope-differs' });
    expect(sink.moments).toEqual([]);
  });
});
