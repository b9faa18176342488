import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { MailParser, MailUnreadable, type UnreadableReason } from '#application/correspondence/mail-parser.js';
import type { ParsedMail } from '#domain/correspondence/parsed-mail.js';
import { LIMITS } from './limits.js';
import { frame, Frames } from './wire.js';

type Child = ChildProcessByStdio<Writable, Readable, null>;
interface Job {
  readonly keep: (mail: ParsedMail) => void;
  readonly fail: (trouble: MailUnreadable) => void;
}

/** What the child says of one mail. */
interface Result {
  readonly mail?: ParsedMail;
  readonly refused?: string;
}

/** Page size of `/proc/<pid>/statm`; other systems have no such file and rely on the heap limit and the clock. */
const PAGE_BYTES = 4096;

/**
 * Parses in a long-lived child process, one mail at a time. A worker thread cannot contain a hostile mail (its limits let
 * gigabytes of buffers through), so the child is killed at 20 s or 512 MB and started afresh; only that mail fails.
 */
export class ChildMailParser extends MailParser {
  private child: Child | null = null;
  private job: Job | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: { readonly time: number; readonly memory: number } = LIMITS) {
    super();
  }

  parse(raw: Uint8Array): Promise<ParsedMail> {
    const result = this.turn.then(() => this.parseNow(raw)).catch((trouble: unknown) => this.onceMore(raw, trouble));
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** A child may have fallen for a reason of its own; a mail that fells two is to blame itself. */
  private onceMore(raw: Uint8Array, trouble: unknown): Promise<ParsedMail> {
    if (trouble instanceof MailUnreadable && trouble.reason === 'crashed') return this.parseNow(raw);
    throw trouble;
  }

  async close(): Promise<void> {
    await this.turn;
    this.end('closed');
  }

  private async parseNow(raw: Uint8Array): Promise<ParsedMail> {
    if (raw.byteLength > LIMITS.mail) throw new MailUnreadable('too-large', `${raw.byteLength} bytes`);
    const child = this.child ?? this.start();
    child.ref();
    const clock = setTimeout(() => this.end('too-slow'), this.limits.time);
    const watch = setInterval(() => void this.weigh(child), 200);
    try {
      return await new Promise<ParsedMail>((keep, fail) => {
        this.job = { keep, fail };
        child.stdin.write(frame(raw));
      });
    } finally {
      clearTimeout(clock);
      clearInterval(watch);
      this.rest();
    }
  }

  private start(): Child {
    const script = fileURLToPath(new URL('./child.js', import.meta.url));
    const child = spawn(process.execPath, ['--max-old-space-size=256', script], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const frames = new Frames((body) => this.settle(JSON.parse(body.toString('utf8')) as Result));
    child.stdout.on('data', (chunk: Buffer) => frames.take(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', () => this.gone(child));
    child.on('exit', () => this.gone(child));
    this.child = child;
    return child;
  }

  private settle(result: Result): void {
    const job = this.job;
    this.job = null;
    if (result.mail) job?.keep(result.mail);
    else job?.fail(new MailUnreadable('refused', result.refused));
  }

  /** An idle child keeps nobody alive. */
  private rest(): void {
    const child = this.child;
    if (!child) return;
    child.unref();
    (child.stdin as unknown as { unref?: () => void }).unref?.();
    (child.stdout as unknown as { unref?: () => void }).unref?.();
  }

  private gone(child: Child): void {
    if (this.child === child) this.end('crashed');
  }

  private end(reason: UnreadableReason): void {
    const [child, job] = [this.child, this.job];
    this.child = null;
    this.job = null;
    child?.kill('SIGKILL');
    job?.fail(new MailUnreadable(reason));
  }

  private async weigh(child: Child): Promise<void> {
    const statm = await readFile(`/proc/${child.pid}/statm`, 'latin1').catch(() => '');
    const bytes = Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES;
    if (bytes > this.limits.memory && this.child === child) this.end('too-large');
  }
}
