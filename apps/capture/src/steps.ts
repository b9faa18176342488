import type { CaptureReason } from '#domain/evidence/capture-reason.js';

/** One line of what was done, how long it took and whether it worked. */
export interface StepTaken {
  readonly step: string;
  readonly at: string;
  readonly ms: number;
  readonly ended: 'done' | 'late' | 'broke';
  /** The browser's words when it broke. */
  readonly said?: string;
}

/**
 * Runs the steps of a capture, each within its own time and all within the total. A step that is late or breaks gives
 * undefined and the capture goes on: several formats fail differently, and what is there is kept.
 */
export class Steps {
  readonly taken: StepTaken[] = [];
  readonly reasons = new Set<CaptureReason>();
  private end: number;
  private isOver = false;
  private cutShort: () => void = () => undefined;
  private readonly over = new Promise<void>((done) => (this.cutShort = done));

  constructor(totalMs: number) {
    this.end = performance.now() + totalMs;
  }

  /** Adds a reason, unless it was given up: then everything else only follows from that. */
  because(reason: CaptureReason): void {
    if (!this.isOver) this.reasons.add(reason);
  }

  /** Nothing more can come: the step under way ends, and those after it do not begin. */
  giveUp(reason: CaptureReason): void {
    this.because(reason);
    this.isOver = true;
    this.end = Math.min(this.end, performance.now());
    this.cutShort();
  }

  /** Milliseconds left of the total, never below zero. */
  get left(): number {
    return Math.max(0, this.end - performance.now());
  }

  async take<T>(step: string, ms: number, work: () => Promise<T>, otherwise?: CaptureReason): Promise<T | undefined> {
    if (this.isOver) return undefined;
    const at = new Date().toISOString();
    const begun = performance.now();
    const { ended, value, said } = await within(Math.min(ms, this.left), this.over, work);
    this.taken.push({ step, at, ms: Math.round(performance.now() - begun), ended, ...(said && { said }) });
    if (ended === 'late' && this.left === 0) this.giveUp('time-limit');
    if (ended !== 'done' && otherwise) this.because(otherwise);
    return value;
  }
}

interface Ending<T> {
  ended: StepTaken['ended'];
  value?: T;
  said?: string;
}

/** The outcome of the work, or `late` after ms; work that ends later still is left to itself. */
async function within<T>(ms: number, over: Promise<void>, work: () => Promise<T>): Promise<Ending<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Ending<T>>((done) => {
    timer = setTimeout(() => done({ ended: 'late' }), ms);
  });
  const done = work().then(
    (value): Ending<T> => ({ ended: 'done', value }),
    (error: unknown): Ending<T> => ({ ended: 'broke', said: String(error).slice(0, 200) }),
  );
  try {
    return await Promise.race([done, late, over.then((): Ending<T> => ({ ended: 'late' }))]);
  } finally {
    clearTimeout(timer);
  }
}
