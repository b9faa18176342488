import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { ImapServer } from '#test/fakes/imap-server.js';
import { SmtpSink } from '#test/fakes/smtp-sink.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';
import { until, WorkerProcess } from './sending/worker-process.js';

let desk: SendingDesk;
let sink: SmtpSink;
let worker: WorkerProcess;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
  sink = await SmtpSink.open();
});

afterEach(async () => {
  if (worker.child.exitCode === null && worker.child.signalCode === null) await worker.end('SIGKILL');
});

afterAll(async () => {
  await sink.close();
  await desk.close();
});

const start = (env = {}) => WorkerProcess.start(desk.url, { SEINPOST_PRACTICE_MAIL_PORT: String(sink.port), ...env });

describe('the worker', () => {
  test('sends what waits, and what is submitted while it works, and leaves when asked', async () => {
    const before = await desk.wait(1);
    worker = await start();
    await until(async () => (await desk.standing(before.deliveryId)).state === 'sent');
    const during = await desk.wait(2);
    await until(async () => (await desk.standing(during.deliveryId)).state === 'sent');

    expect(sink.arrived.map((mail) => mail.bytes.equals(before.bytes) || mail.bytes.equals(during.bytes))).toEqual([
      true,
      true,
    ]);
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  test('keeps the mail it is brought, byte for byte, and takes it apart', async () => {
    worker = await start();
    const raw =
      'From: post@practice.example\r\nTo: meldpunt@desk.practice.example\r\nSubject: Hi\r\n\r\nWe received it.\r\n';
    const transport = createTransport({ host: '127.0.0.1', port: worker.mailPort, ignoreTLS: true });

    await transport.sendMail({
      envelope: { from: 'post@practice.example', to: ['meldpunt+abc@desk.practice.example'] },
      raw,
    });

    const rows: { bytes: Buffer; source: string }[] = await desk.db.query(
      'select bytes, source from messages join message_bytes using (digest)',
    );
    expect(rows.map((row) => [row.source, String(row.bytes)])).toEqual([['intake', raw]]);
    const understood = async (): Promise<unknown[]> => desk.db.query(`select 1 from messages where state <> 'kept'`);
    await until(async () => (await understood()).length === 1);
  });

  test('reads the mailbox that the settings name', async () => {
    const mailbox = await ImapServer.open();
    const raw = mailbox.arrive(1, 'From: post@practice.example\r\nSubject: By IMAP\r\n\r\nWe received it too.\r\n');
    const account = { SEINPOST_IMAP_USER: 'meldpunt', SEINPOST_IMAP_PASSWORD: 'x', SEINPOST_IMAP_SECURE: '0' };
    worker = await start({ SEINPOST_IMAP_HOST: '127.0.0.1', SEINPOST_IMAP_PORT: String(mailbox.port), ...account });
    const kept = async (): Promise<unknown[]> =>
      desk.db.query(`select 1 from messages join message_bytes using (digest) where source = 'imap' and bytes = $1`, [
        raw,
      ]);
    await until(async () => (await kept()).length === 1);

    expect(await worker.end('SIGTERM')).toBe(0);
    await mailbox.close();
  });

  test('leaves when the process that started it is gone', async () => {
    worker = await start();

    expect(await worker.end('disconnect')).toBe(0);
  });

  test('leaves within ten seconds even while a server is silent after the dot, and the delivery is unknown', async () => {
    sink.play({ dot: 'hang' });
    const one = await desk.wait(3);
    worker = await start();
    await until(() => sink.moments.at(-1) === 'dot');
    const asked = performance.now();

    expect(await worker.end('SIGTERM')).toBe(0);

    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await desk.standing(one.deliveryId)).toMatchObject({ state: 'unknown', notice: 'submitted' });
    sink.play({});
  });

  test('killed while a server is silent after the dot, comes back and says that nobody knows', async () => {
    sink.play({ dot: 'hang' });
    const { length } = sink.arrived;
    const one = await desk.wait(6);
    worker = await start();
    await until(() => sink.moments.at(-1) === 'dot' && sink.arrived.length === length + 1);
    await worker.end('SIGKILL');
    sink.play({});
    await desk.letTimePass(one.deliveryId);
    worker = await start();
    await until(async () => (await desk.standing(one.deliveryId)).state === 'unknown');
    const other = await desk.wait(7);
    await until(async () => (await desk.standing(other.deliveryId)).state === 'sent');

    expect(sink.arrived.filter((mail) => mail.bytes.equals(one.bytes))).toHaveLength(1);
  });

  test('goes on when the database has broken off every line to it', async () => {
    worker = await start();
    await desk.db.query(`select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid() and application_name = 'seinpost'`);
    await until(() =>
      desk.db.query('select 1').then(
        () => true,
        () => false,
      ),
    );

    const one = await desk.wait(5);
    await until(async () => (await desk.standing(one.deliveryId)).state === 'sent');
    expect(worker.child.exitCode).toBeNull();
  });

  test('on a practice desk calls nobody but this machine, whatever the settings say', async () => {
    const one = await desk.wait(4);
    worker = await start({ SEINPOST_SMTP_HOST: '192.0.2.1', SEINPOST_SMTP_PORT: '25' });

    await until(async () => (await desk.standing(one.deliveryId)).state === 'deferred');

    expect(await desk.standing(one.deliveryId)).toMatchObject({
      server_answer: 'mail.host-not-loopback',
      stage: 'none',
    });
    expect(worker.lines.join('')).toContain('mail.cannot-send');
  });
});
