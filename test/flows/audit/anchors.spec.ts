import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createPublicKey, verify as verifySignature } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnchorBook } from '#application/access/anchor-places.js';
import { VERIFICATION_ASKED } from '#application/access/keep-verification.js';
import { RecordLook } from '#application/access/record-look.js';
import { readSettings } from '#adapters/settings/settings.js';
import { anchorsIn, anchorText } from '#domain/access/anchor.js';
import { system } from '#domain/event.js';
import { SmtpSink } from '#test/fakes/smtp-sink.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';
import { COMMANDS } from '../../../apps/console/src/commands/all.js';
import { Desk } from '../../../apps/console/src/desk.js';
import { runCommand } from '../../../apps/console/src/frame.js';
import { until, WorkerProcess } from '../sending/worker-process.js';
import { tamper } from './tampering.js';

const BY = system('test');
const OPENED = { kind: 'case-opened', subject: 'case', subjectId: 'c-1' } as const;
const AUDITOR = 'auditor@desk.practice.example';

let desk: OpenDesk;
let sink: SmtpSink;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  sink = await SmtpSink.open();
});
afterAll(() => sink.close());
beforeEach(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'seinpost-anchors-'));
  env = { DATABASE_URL: desk.databaseUrl, SEINPOST_VAR: folder, SEINPOST_ANCHOR_MAIL: AUDITOR };
  env = { ...env, SEINPOST_SMTP_HOST: '127.0.0.1', SEINPOST_SMTP_PORT: String(sink.port), INIT_CWD: folder };
  sink.play({});
  sink.arrived.length = 0;
  await desk.get(RecordLook).run(BY, [OPENED, OPENED, OPENED]);
});

const file = (): string => join(folder, 'practice', 'anchors', 'anchors.jsonl');
const written = () => (existsSync(file()) ? anchorsIn(readFileSync(file(), 'utf8')) : []);

async function typed(...words: string[]): Promise<{ exit: number; out: string }> {
  let out = '';
  const around = { commands: COMMANDS, settings: () => readSettings(env), openDesk: (its: never) => new Desk(its) };
  const exit = await runCommand(words, { ...around, out: (text) => void (out += text), err: () => undefined });
  return { exit, out };
}

afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the worker', () => {
  test('signs the head of the log before it leaves, in a file and by mail, and both find a tail cut off', async () => {
    const worker = await WorkerProcess.start(desk.databaseUrl, env);
    const began = performance.now();
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(written()).toMatchObject([{ seq: 3, count: 3 }]);
    expect(sink.arrived.map(({ to }) => to)).toEqual([[AUDITOR]]);
    const mail = join(folder, 'anchor.eml');
    writeFileSync(mail, sink.arrived[0]!.bytes);

    expect(JSON.parse((await typed('audit', 'verify', '--anchors', mail, '--json')).out)).toMatchObject({ ok: true });
    const again = await WorkerProcess.start(desk.databaseUrl, env);
    expect(await again.end('SIGTERM')).toBe(0);
    await tamper(desk.db, 'delete from event_log where seq > 2');
    for (const anchors of [mail, file()]) {
      const { exit, out } = await typed('audit', 'verify', '--to', '2', '--json');
      expect([exit, JSON.parse(out)]).toEqual([0, { ok: true, count: 2, firstBad: null }]);
      await tamper(desk.db, 'delete from event_log where seq > 2');
      const found = await typed('audit', 'verify', '--anchors', anchors, '--json');
      expect(found.exit).toBe(1);
      expect(JSON.parse(found.out)).toEqual({ ok: false, count: 2, firstBad: { seq: 3, why: 'cut-off' } });
      await tamper(desk.db, 'delete from event_log where seq > 2');
    }
  }, 60_000);

  test('signs the log last: what a job that was under way still records is covered', async () => {
    await desk.get(RecordLook).run(BY, VERIFICATION_ASKED);
    const holder = desk.db.createQueryRunner();
    await holder.query(`select pg_advisory_lock(${0x5345494e})`);
    const waiting = `select 1 from pg_locks join pg_database d on d.oid = database
      where datname = current_database() and locktype = 'advisory' and not granted`;
    const worker = await WorkerProcess.start(desk.databaseUrl, env);
    let ended: Promise<number | null>;
    try {
      await until(async () => ((await desk.db.query(waiting)) as unknown[]).length > 0);
    } finally {
      ended = worker.end('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await holder.query('select pg_advisory_unlock_all()');
      await holder.release();
    }
    expect(await ended).toBe(0);
    expect(written()).toMatchObject([{ seq: 5, count: 5 }]);
    expect(await desk.db.query(`select seq::int as seq from event_log where kind = 'audit-verified'`)).toEqual([
      { seq: 5 },
    ]);
  }, 60_000);

  test('keeps what could not be mailed and why, and sends it with the next', async () => {
    sink.play({ rcpt: 450 });
    await (await WorkerProcess.start(desk.databaseUrl, env)).end('SIGTERM');
    expect(await desk.get(AnchorBook).last()).toMatchObject({
      mailedAt: null,
      mailTries: 1,
      mailTrouble: 'mail-deferred',
    });
    sink.play({});
    await desk.get(RecordLook).run(BY, OPENED);
    await (await WorkerProcess.start(desk.databaseUrl, env)).end('SIGTERM');
    expect(anchorsIn(String(sink.arrived[0]!.bytes)).map(({ seq }) => seq)).toEqual([3, 4]);
    expect(await desk.get(AnchorBook).unmailed()).toEqual([]);
  }, 60_000);

  test('verifies when somebody asks, and the result stands in the log', async () => {
    const worker = await WorkerProcess.start(desk.databaseUrl, env);
    await desk.get(RecordLook).run(BY, VERIFICATION_ASKED);
    const results = (): Promise<{ facts: object }[]> =>
      desk.db.query(`select facts from event_log where kind = 'audit-verified'`);
    await until(async () => (await results()).length > 0);
    expect(await results()).toMatchObject([{ facts: { ok: true, count: 4, part: false, why: null } }]);
    await worker.end('SIGTERM');
  }, 60_000);
});

test('anybody can check an anchor with the public key alone', async () => {
  await (await WorkerProcess.start(desk.databaseUrl, env)).end('SIGTERM');
  const { publicKey, keyId } = JSON.parse((await typed('audit', 'key', '--json')).out) as Record<string, string>;
  const [anchor] = written();
  expect(anchor!.keyId).toBe(keyId);
  const signature = Buffer.from(anchor!.signature, 'base64');
  expect(verifySignature(null, Buffer.from(anchorText(anchor!)), createPublicKey(publicKey!), signature)).toBe(true);
}, 60_000);

test('a file without anchors, and places that are none, are refused in words', async () => {
  writeFileSync(join(folder, 'empty.txt'), 'nothing here\n');
  expect((await typed('audit', 'verify', '--anchors', 'empty.txt', '--json')).out).toContain('audit.no-anchors');
  expect((await typed('audit', 'verify', '--anchors', 'gone.txt', '--json')).out).toContain('gone.txt');
  expect((await typed('audit', 'verify', '--from', 'yesterday')).exit).toBe(2);
  expect((await typed('audit', 'verify', '--from', '5', '--to', '2')).exit).toBe(2);
});
