/**
 * What a walk through a file wants next: bytes to look at (the file may also end before them), bytes to pass over, or to pass
 * over all up to a certain one.
 */
export type Step =
  { readonly take: number; readonly mayEnd?: boolean } | { readonly skip: number } | { readonly until: number };

/** Goes through a file in order, getting what it asked to take; it ends where the file must end, and throws where it is none. */
export type Walk = Generator<Step, void, Uint8Array>;

/** How a walk through a whole file ended: as it should, before it was over, or with something left behind it. */
export type WalkEnd = 'whole' | 'short' | 'more-behind';

const NOTHING = new Uint8Array();

/** Leads a walk through a file that comes in pieces; nothing is kept but what it waits for. */
export class Walker {
  private step: Step | null = null;
  private kept: Uint8Array = NOTHING;
  private skipped = 0;
  private behind = false;

  constructor(private readonly walk: Walk) {
    this.next(NOTHING);
  }

  read(bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.length > 0 && !this.behind) rest = this.feed(rest);
  }

  end(): WalkEnd {
    if (this.behind) return 'more-behind';
    if (this.step === null) return 'whole';
    return 'take' in this.step && this.step.mayEnd && this.kept.length === 0 ? 'whole' : 'short';
  }

  /** Gives the walk what it waits for, as far as there is; answers what is left of the piece. */
  private feed(bytes: Uint8Array): Uint8Array {
    const { step } = this;
    if (step === null) {
      this.behind = true;
      return NOTHING;
    }
    if ('until' in step) return this.pass(bytes, step.until);
    return 'skip' in step ? this.skip(bytes, step.skip) : this.take(bytes, step.take);
  }

  private pass(bytes: Uint8Array, until: number): Uint8Array {
    const at = bytes.indexOf(until);
    if (at < 0) return NOTHING;
    this.next(NOTHING);
    return bytes.subarray(at + 1);
  }

  private skip(bytes: Uint8Array, count: number): Uint8Array {
    const now = Math.min(count - this.skipped, bytes.length);
    this.skipped += now;
    if (this.skipped === count) this.next(NOTHING);
    return bytes.subarray(now);
  }

  private take(bytes: Uint8Array, count: number): Uint8Array {
    const now = Math.min(count - this.kept.length, bytes.length);
    const kept = new Uint8Array(this.kept.length + now);
    kept.set(this.kept);
    kept.set(bytes.subarray(0, now), this.kept.length);
    this.kept = kept;
    if (kept.length === count) this.next(kept);
    return bytes.subarray(now);
  }

  /** Steps of no length are taken at once: no byte comes for them. */
  private next(taken: Uint8Array): void {
    let result = this.walk.next(taken);
    while (!result.done && 'skip' in result.value && result.value.skip === 0) result = this.walk.next(NOTHING);
    this.step = result.done ? null : result.value;
    this.kept = NOTHING;
    this.skipped = 0;
  }
}

/** Four bytes as a number, the largest first. */
export const number32 = (bytes: Uint8Array, at = 0): number =>
  bytes[at]! * 0x1000000 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!);

/** Bytes as letters, each its own. */
export const letters = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  String.fromCharCode(...bytes.subarray(from, to));
