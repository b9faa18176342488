import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;
/** A child that lived this long has earned a quick restart again. */
const STEADY = 60_000;
/** Milliseconds a child has to leave by itself. */
const PATIENCE = 10_000;

/** One process of the desk: started, started again when it crashes (waiting longer each time), stopped on demand. */
export class Supervised {
  /** How often it has ended unasked. */
  crashes = 0;
  private child: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private wait = FIRST_WAIT;
  private stopping = false;

  constructor(
    readonly name: string,
    private readonly program: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly note: (line: string) => void,
    private readonly args: readonly string[] = [],
  ) {}

  start(): void {
    const began = Date.now();
    const child = spawn(process.execPath, [this.program, ...this.args], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // the channel closes when we die, and the child leaves
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.note(`[${this.name}] ${line}`));
    }
    child.once('error', (error) => this.note(`[${this.name}] ${error.message}`));
    child.once('exit', (code, signal) => this.ended(began, signal ?? `exit ${code}`));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const child = this.child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(timer);
  }

  private ended(began: number, how: string): void {
    if (this.stopping) return;
    this.crashes += 1;
    if (Date.now() - began > STEADY) this.wait = FIRST_WAIT;
    this.note(`[${this.name}] ended (${how}); starting it again.`);
    this.timer = setTimeout(() => this.start(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
