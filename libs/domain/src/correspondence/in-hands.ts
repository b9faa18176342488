/** Minutes for which a form is in the hands of who took it up; after that anybody may go on with it. */
export const HANDS_MINUTES = 60;

/** Who has a form before them, and since when (ISO 8601). */
export interface InHands {
  readonly by: string;
  readonly since: string;
}

/** Whether somebody else still has the form before them; they may have handed it in, so that nobody may act as if not. */
export function isInOtherHands(hands: InHands | null, by: string, at: Date): boolean {
  if (hands === null || hands.by === by) return false;
  return at.getTime() < Date.parse(hands.since) + HANDS_MINUTES * 60_000;
}
