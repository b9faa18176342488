import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SmtpSink } from '#test/fakes/smtp-sink.js';
import { GuardedConnection } from './guarded-connection.js';

const ENVELOPE = { sender: 'meldpunt@desk.practice.example', recipient: 'notices@practice.example' };

let sink: SmtpSink;
let line: GuardedConnection;

beforeEach(async () => {
  sink = await SmtpSink.open();
});

afterEach(async () => {
  line.close();
  await sink.close();
});

async function connected(beforeData: () => Promise<void>): Promise<void> {
  line = new GuardedConnection({ host: '127.0.0.1', port: sink.port, ignoreTLS: true }, ENVELOPE, beforeData);
  line.broken.catch(() => undefined);
  await new Promise<void>((resolve) => line.connect(() => resolve()));
  line.speakInTurns();
}

const send = (to: string = ENVELOPE.recipient) =>
  Promise.race([
    line.broken,
    new Promise((resolve, reject) => {
      line.send({ from: ENVELOPE.sender, to: [to] }, 'Subject: x\r\n\r\nx\r\n', (error, info) =>
        error ? reject(error) : resolve(info),
      );
    }),
  ]);

test('DATA waits until what comes before it has happened, though the server would take it at once', async () => {
  let open: () => void = () => undefined;
  await connected(() => new Promise((resolve) => (open = resolve)));
  const sent = send();
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect(sink.moments).toEqual(['connect', 'mail', 'rcpt']);
  open();
  await sent;
  expect(sink.moments).toEqual(['connect', 'mail', 'rcpt', 'data', 'body', 'dot']);
});

test('DATA is never given when what comes before it fails', async () => {
  await connected(() => Promise.reject(new Error('the lease is lost')));

  await expect(send()).rejects.toThrow('the lease is lost');
  expect(sink.moments).toEqual(['connect', 'mail', 'rcpt']);
});

test('nobody but the recipient of the delivery is ever named to the server', async () => {
  await connected(() => Promise.resolve());

  await expect(send('evil@practice.example')).rejects.toThrow('envelope differs');
  expect(sink.moments).toEqual(['connect', 'mail']);
});
