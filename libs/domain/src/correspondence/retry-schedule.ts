/** Minutes to wait after each temporary refusal; after the last it counts as failed (72 hours in all). */
export const RETRY_MINUTES = [1, 4, 15, 60, 240, ...Array.from({ length: 8 }, () => 500)] as const;

/** The longest wait we let another server ask of us, in seconds: a notice is not put off for a week. */
const LONGEST_WAIT_SECONDS = 24 * 3600;

/** Seconds until the next try after so many attempts; null once the schedule is used up. `asked`: what the other side wants. */
export function secondsToWait(attempts: number, asked: number): number | null {
  const minutes = RETRY_MINUTES[attempts - 1];
  if (minutes === undefined) return null;
  return Math.max(minutes * 60, Math.min(Math.ceil(asked), LONGEST_WAIT_SECONDS));
}
