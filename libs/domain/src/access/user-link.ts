import { RuleViolation } from '../rule-violation.js';

/** A link to choose a password with works once, and for this long. */
export const LINK_HOURS = 48;

/** When a link made at a moment stops working. */
export const linkEndsAt = (madeAt: Date): Date => new Date(madeAt.getTime() + LINK_HOURS * 3_600_000);

/** What is known of a one-time link. */
export interface UserLink {
  readonly userId: string;
  readonly endsAt: Date;
  readonly used: boolean;
}

/** Refuses a link that was used, is over, or never existed; the three look alike to whoever tries it. */
export function checkLink(link: UserLink | undefined, at: Date): asserts link is UserLink {
  if (!link || link.used || at >= link.endsAt) throw new RuleViolation('access.link-over');
}
