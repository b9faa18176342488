/** Which deliveries wait for the sender, by the database's clock; forms wait for a person. A row somebody is writing at this moment is left out. */
export abstract class DueDeliveries {
  /** Ids of those that may leave now, the longest waiting first. */
  abstract due(atMost: number): Promise<readonly string[]>;
  /** Ids of those whose sender has not given a sign of life in time. */
  abstract abandoned(atMost: number): Promise<readonly string[]>;
}
