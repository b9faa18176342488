/** Wrong tries that cost nothing but the try. */
export const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** After this long without a wrong try the count starts anew. */
const FORGOTTEN_AFTER_SECONDS = 60 * 60;

/** Wrong tries in a row and when the last one was. */
export interface Tries {
  readonly wrong: number;
  readonly lastAt: Date;
}

/**
 * Seconds until another try is heard: none for the first five, then 2, 4, 8 … up to fifteen minutes.
 * The person is slowed down, never locked out, and an unknown address is treated as a known one.
 */
export function secondsToWait(tries: Tries, at: Date): number {
  const passed = (at.getTime() - tries.lastAt.getTime()) / 1000;
  if (tries.wrong < FREE_TRIES || passed >= FORGOTTEN_AFTER_SECONDS) return 0;
  const wait = Math.min(2 ** Math.min(tries.wrong - FREE_TRIES + 1, 12), LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(wait - passed));
}

/** The count after one more try that has not been proven right. */
export const oneMore = (tries: Tries, at: Date): Tries => ({
  wrong: (at.getTime() - tries.lastAt.getTime()) / 1000 >= FORGOTTEN_AFTER_SECONDS ? 1 : tries.wrong + 1,
  lastAt: at,
});
