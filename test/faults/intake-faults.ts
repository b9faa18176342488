import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { freePort } from '#adapters/postgres/embedded/connection.js';
import { ImapServer } from '#test/fakes/imap-server.js';
import { until } from '#test/flows/sending/worker-process.js';
import { type Fault, type Ground, holds } from './fault.js';
import type { IntakePoint, IntakeWish } from './intake-process.js';

const MAILS = 5;

/** The part of the plan about taking mail in: killed there, nothing is lost and nothing is kept twice. */
export const INTAKE_FAULTS: readonly Fault[] = [
  ...(['after-fetch', 'after-commit', 'after-cursor'] as const).map((at) => fault('imap', at, killReader)),
  ...(['after-fetch', 'after-commit'] as const).map((at) => fault('intake', at, killIntake)),
];

function fault(
  way: IntakeWish['way'],
  at: IntakePoint,
  kill: (ground: Ground, at: IntakePoint) => Promise<void>,
): Fault {
  return {
    number: 'F01',
    says: `kill -9 of the ${way === 'imap' ? 'mailbox reader' : 'mail intake'} ${at.replace('-', ' ')}: 0 lost, 0 kept twice`,
    run: async (ground) => {
      for (let time = 0; time < ground.times; time += 1) await kill(ground, at);
    },
  };
}

async function killReader(ground: Ground, at: IntakePoint): Promise<void> {
  const server = await ImapServer.open();
  const texts = new Set(Array.from({ length: MAILS }, (_, i) => text(ground.next(), i)));
  [...texts].forEach((one, i) => server.arrive(i + 1, one));
  const wish = { url: ground.desk.url, way: 'imap' as const, port: server.port };
  const mail = 1 + Math.floor(ground.random() * MAILS);
  await Taker.begin({ ...wish, at, mail }).gone;
  const survivor = Taker.begin({ ...wish, at: 'never', mail: 0 });
  await until(async () => (await keptOf(ground, texts)).length >= MAILS, 30_000);
  await survivor.end();
  await server.close();
  await ground.desk.db.query('delete from mailbox_cursors');
  await ground.desk.db.query('delete from mailbox_mails');
  await judge(ground, texts);
}

async function killIntake(ground: Ground, at: IntakePoint): Promise<void> {
  const port = await freePort();
  const texts = new Set([text(ground.next(), 0)]);
  const wish = { url: ground.desk.url, way: 'intake' as const, port };
  const struck = Taker.begin({ ...wish, at, mail: 1 });
  await struck.ready;
  const isTold = await bring(port, [...texts][0]!);
  await struck.gone;
  holds(!isTold, 'the other side was told that it was kept');
  const survivor = Taker.begin({ ...wish, at: 'never', mail: 0 });
  await survivor.ready;
  holds(await bring(port, [...texts][0]!), 'the other side could not bring it again');
  await survivor.end();
  await judge(ground, texts);
}

/** The oracle: what the other side had is what we have, byte for byte, once. */
async function judge(ground: Ground, texts: ReadonlySet<string>): Promise<void> {
  const kept = await keptOf(ground, texts);
  holds(kept.length === texts.size, `${kept.length} of ${texts.size} mails kept`);
  holds(
    kept.every((one) => texts.has(one)),
    'a mail was altered',
  );
}

async function keptOf({ desk }: Ground, texts: ReadonlySet<string>): Promise<string[]> {
  const rows: { bytes: Buffer }[] = await desk.db.query(
    'select bytes from messages join message_bytes using (digest) where bytes = any($1)',
    [[...texts].map((one) => Buffer.from(one))],
  );
  return rows.map((row) => String(row.bytes));
}

const text = (n: number, i: number) =>
  `From: post@practice.example\r\nSubject: ${n}.${i}\r\n\r\nAnswer ${n}.${i}.\r\n${'.'.repeat(70)}\r\n`;

/** True when the intake said that it has the mail. */
async function bring(port: number, raw: string): Promise<boolean> {
  const envelope = { from: 'post@practice.example', to: ['meldpunt@desk.practice.example'] };
  return createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
    .sendMail({ envelope, raw })
    .then(
      () => true,
      () => false,
    );
}

/** A process that takes mail in. */
class Taker {
  readonly ready: Promise<void>;
  readonly gone: Promise<void>;

  private constructor(private readonly child: ReturnType<typeof fork>) {
    this.ready = new Promise((resolve) => child.once('message', () => resolve()));
    this.gone = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  static begin(wish: IntakeWish): Taker {
    const program = fileURLToPath(new URL('./intake-process.js', import.meta.url));
    return new Taker(fork(program, [JSON.stringify(wish)], { env: {}, execArgv: [], stdio: 'inherit' }));
  }

  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}
