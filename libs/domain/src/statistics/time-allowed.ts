import { daysLater } from '../instant.js';

/** When the time a platform has for a substantive answer ends, given when the notice was sent. */
export type TimeAllowed = (sentAt: Date) => Date;

/** Policy, not law (law.md §1.12): so many calendar days, ending at the same local time in the organisation's zone. */
export const timeAllowed =
  (policy: { readonly timeAllowedDays: { readonly default: number }; readonly zone: string }): TimeAllowed =>
  (sentAt) =>
    daysLater(sentAt, policy.timeAllowedDays.default, policy.zone);
