const MINUTE = 60_000;

/** A session ends after this long without a request (ASVS 7.3.1). */
export const IDLE_MINUTES = 30;
/** A session ends this long after signing in, however busy (ASVS 7.3.2). */
export const LONGEST_HOURS = 10;
/** How much later than the last note of it a request must come to be noted, so that not each page writes. */
export const NOTED_EVERY_MINUTES = 1;

/** Whole sessions one person may have at a time; a further one ends the oldest. */
export const MOST_SESSIONS = 3;
/** How long after proving who they are a person may change how they prove it. */
export const FRESH_MINUTES = 10;

/** When a session began, was last used, and when the person last proved who they are. */
export interface SessionTimes {
  readonly beganAt: Date;
  readonly seenAt: Date;
  readonly provedAt: Date;
}

/** Whether a session still counts at a moment. */
export const isOpen = (times: SessionTimes, at: Date): boolean =>
  at.getTime() - times.seenAt.getTime() < IDLE_MINUTES * MINUTE &&
  at.getTime() - times.beganAt.getTime() < LONGEST_HOURS * 60 * MINUTE;

/** Whether this use of a session is worth writing down. */
export const isWorthNoting = (times: SessionTimes, at: Date): boolean =>
  at.getTime() - times.seenAt.getTime() >= NOTED_EVERY_MINUTES * MINUTE;

/** Whether the person proved who they are so lately that they may change passwords, second factors and tokens (ASVS 7.5.1). */
export const isFresh = (times: SessionTimes, at: Date): boolean =>
  at.getTime() - times.provedAt.getTime() < FRESH_MINUTES * MINUTE;
