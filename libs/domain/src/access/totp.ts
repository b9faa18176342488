/** Length of a step of an authenticator app (RFC 6238; ASVS 6.5.5 asks thirty seconds at most). */
export const STEP_SECONDS = 30;
/** Steps before and after the present one whose code is taken, for clocks that are a little off. */
const WINDOW = 1;

/** The number of the step a moment lies in. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

/** When a code stops being taken. */
export const codeEndsAt = (step: number): Date => new Date((step + WINDOW + 1) * STEP_SECONDS * 1000);

/** Steps whose code is taken at a moment, oldest first. */
export function stepsTakenAt(at: Date): readonly number[] {
  const now = stepAt(at);
  return Array.from({ length: 2 * WINDOW + 1 }, (_, n) => now - WINDOW + n);
}

/** A code that lapses within so many seconds is not handed out any more. */
const LAPSING_SECONDS = 10;

/** The first step whose code can still be used after `lastStep`: one taken now and not about to lapse, else the next one. */
export function firstUnused(lastStep: number, at: Date): number {
  const lasting = stepsTakenAt(at).filter((step) => codeEndsAt(step).getTime() - at.getTime() > LAPSING_SECONDS * 1000);
  return Math.max(lastStep + 1, lasting[0] ?? stepAt(at));
}

/** When the code of a step begins to be taken. */
export const codeBeginsAt = (step: number): Date => new Date((step - WINDOW) * STEP_SECONDS * 1000);
