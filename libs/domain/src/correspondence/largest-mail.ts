import { RuleViolation } from '../rule-violation.js';

/** The largest mail that leaves, in bytes as it travels; most servers refuse one much larger, and say so only afterwards. */
export const LARGEST_MAIL = 10_000_000;

/** Refuses a mail that no server would take; files along make it a third larger than they are. */
export function refuseLargeMail(size: number, files: number): void {
  if (size <= LARGEST_MAIL) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
  throw new RuleViolation('letter.too-large', { has: megabytes(size), most: megabytes(LARGEST_MAIL), files });
}
