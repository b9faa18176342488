import type { SendingDesk } from '#test/flows/sending/sending-desk.js';

/** What a fault is tried on: a desk of its own, chance that can be repeated, and how often. */
export interface Ground {
  readonly desk: SendingDesk;
  /** The next number in [0, 1) of the run's seed. */
  readonly random: () => number;
  /** How often each kill is repeated. */
  readonly times: number;
  /** A notice number nobody used yet. */
  readonly next: () => number;
}

/** One fault of the plan: its number there, what must hold in words, and the trial, which rejects when it does not. */
export interface Fault {
  readonly number: string;
  readonly says: string;
  run(ground: Ground): Promise<void>;
}

/** Refuses with the words when they are not true. */
export function holds(isTrue: boolean, words: string): void {
  if (!isTrue) throw new Error(words);
}
