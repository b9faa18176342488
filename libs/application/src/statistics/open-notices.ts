/** The notices that were sent and of which not every item has an outcome. */
export abstract class OpenNotices {
  abstract ids(): Promise<readonly string[]>;
}
