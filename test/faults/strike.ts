import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';
import { until } from '#test/flows/sending/worker-process.js';
import type { FailPoint, SenderWish } from './sender-process.js';

/** A sender in a process of its own that will be struck. */
export class StruckSender {
  private constructor(private readonly child: ChildProcess) {}

  static begin(wish: SenderWish): StruckSender {
    const program = fileURLToPath(new URL('./sender-process.js', import.meta.url));
    const child = fork(program, [], { env: {}, execArgv: [], stdio: 'inherit' });
    child.send(wish);
    return new StruckSender(child);
  }

  static at(desk: SendingDesk, port: number, at: FailPoint, signal: SenderWish['signal'] = 'SIGKILL'): StruckSender {
    return StruckSender.begin({ url: desk.url, port, at, signal });
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Resolves when it has connected to the database and begins. */
  begun(): Promise<void> {
    return new Promise((resolve) => this.child.once('message', () => resolve()));
  }

  /** Resolves when the kernel has stopped it (`T` in `/proc/<pid>/stat`). */
  stopped(): Promise<void> {
    const state = () => readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.[0];
    return until(() => state() === 'T', 30_000);
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  /** Resolves when it is gone. */
  gone(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => this.child.once('exit', () => resolve()));
  }
}
