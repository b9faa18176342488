import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { DeskMailbox } from './practice-platform/desk-mailbox.js';

interface Ready {
  readonly kind: 'practice-ready';
  readonly address: string;
  readonly smtpPort: number;
}

const PROGRAM = join(import.meta.dirname, '../../apps/practice/src/main.js');
let desk: DeskMailbox;
let stateFolder: string;

beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'practice-process-'));
  desk = await DeskMailbox.open();
});
afterEach(async () => {
  await desk.close();
  await rm(stateFolder, { recursive: true, force: true });
});

function begin(change: object = {}, ...options: string[]): ChildProcess {
  const deskMail = { host: '127.0.0.1', port: desk.port };
  const delays = { receiptSeconds: 0.05, decisionSeconds: 1 };
  const config = { port: 0, smtpPort: 0, deskMail, delays, stateFolder, ...change };
  return fork(PROGRAM, [JSON.stringify(config), ...options], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: {} });
}

const ready = async (child: ChildProcess): Promise<Ready> => (await once(child, 'message'))[0] as Ready;
const exitCode = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0];

async function notify({ address, smtpPort }: Ready): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: 'meldingen@desk.example',
    to: 'notices@practice.example',
    subject: 'Melding [TF-2026-000123]',
    text: `${address}/p/zonsondergang`,
  });
}

describe('The process of the practice platform', () => {
  test('ends by itself when its parent lets go, and when asked to', async () => {
    const orphan = begin();
    await ready(orphan);
    orphan.disconnect();
    expect(await exitCode(orphan)).toBe(0);

    const asked = begin();
    await ready(asked);
    asked.kill('SIGTERM');
    expect(await exitCode(asked)).toBe(0);
  });

  test('carries on after kill -9 with what it had taken in, unless it is reset', async () => {
    const slowly = { delays: { receiptSeconds: 1, decisionSeconds: 1.5 } };
    const killed = begin(slowly);
    const before = await ready(killed);
    await notify(before);
    killed.kill('SIGKILL');
    await exitCode(killed);

    const next = begin(slowly);
    await ready(next);
    const [receipt, decision] = await desk.take(2);
    expect(receipt?.mail.text).toMatch(/ontvang|in behandeling/i);
    expect(decision?.mail.text).toMatch(/verwijderd|offline gehaald/);
    next.kill('SIGTERM');
    await exitCode(next);

    const fresh = begin({}, '--reset');
    expect((await fetch(`${(await ready(fresh)).address}/p/zonsondergang`)).status).toBe(200);
    fresh.kill('SIGTERM');
    await exitCode(fresh);
  });

  test('says in one sentence that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const bound = other.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    for (const change of [{ port }, { smtpPort: port }]) {
      const child = begin(change);
      let said = '';
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];
      expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
      expect(said).toContain(`Port ${port} is in use`);
    }
    other.close();
  });
});
