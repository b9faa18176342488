/** Kept messages that nobody has understood yet. */
export abstract class DueMessages {
  /** Ids, the oldest first. */
  abstract notUnderstood(atMost: number): Promise<readonly string[]>;
}
