/** Who at the desk is still in training. */
export abstract class Trainees {
  /** Whether any of these people is. */
  abstract among(userIds: readonly string[]): Promise<boolean>;
}
