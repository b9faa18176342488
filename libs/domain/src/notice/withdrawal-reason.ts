/** Why a notice is withdrawn. What the platform is told of it is decided by the code alone, never by words somebody typed. */
export const WITHDRAWAL_CAUSES = [
  'duplicate',
  'wrong-address',
  'wrong-platform',
  'not-illegal',
  'person-asked',
  'other',
] as const;
export type WithdrawalCause = (typeof WITHDRAWAL_CAUSES)[number];

/** The longest note about a withdrawal, in characters. */
export const LONGEST_NOTE = 1000;

/** Why, by whom and when (ISO instant); the note stays inside the desk. */
export interface WithdrawalReason {
  readonly because: WithdrawalCause;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

/** What a platform may know of a cause; what the help-seeker wished, and what has no name, stays here. */
const TOLD_CAUSES = ['duplicate', 'wrong-address', 'wrong-platform', 'not-illegal'] as const;
export type ToldCause = (typeof TOLD_CAUSES)[number];

/** The cause as the letter may say it, or null where it says none. */
export const toldCause = (reason: WithdrawalReason | undefined): ToldCause | null =>
  TOLD_CAUSES.find((one) => one === reason?.because) ?? null;
