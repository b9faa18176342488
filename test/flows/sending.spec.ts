import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { SmtpTransport } from '#adapters/mail/smtp/smtp-transport.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { SmtpSink } from '#test/fakes/smtp-sink.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';

const SHORT = { connecting: 2000, answer: 1000, whole: 20_000 };

let desk: SendingDesk;
let sink: SmtpSink;
let send: SendDelivery;
let n = 0;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
});

afterAll(() => desk.close());

beforeEach(async () => {
  n += 1;
  sink = await SmtpSink.open();
  const route = () =>
    Promise.resolve({ host: '127.0.0.1', port: sink.port, ignoreTLS: true, name: 'desk.practice.example' });
  send = new SendDelivery(desk.books, new SmtpTransport(route, SHORT), new NodeDigests());
});

afterEach(() => sink.close());

test('a notice leaves as it was approved, byte for byte, to one recipient', async () => {
  const waiting = await desk.wait(n, { padding: 200_000 });

  await send.run(waiting.deliveryId);

  expect(sink.arrived).toHaveLength(1);
  const [mail] = sink.arrived;
  expect(mail).toMatchObject({ from: waiting.sender, to: [waiting.recipient] });
  expect(mail?.bytes.equals(waiting.bytes)).toBe(true);
  expect(await desk.standing(waiting.deliveryId)).toMatchObject({ state: 'sent', notice: 'sent', attempts: 1 });
});
