/** By what a person comes in: their sessions and one-time links, changed in the transaction of what they follow from. */
export interface WaysIn {
  /** Ends all sessions of a person; none of them opens another page. */
  endSessions(userId: string): Promise<void>;
  /** Makes a one-time link and answers its secret, of which only the digest is kept, with the moment it stops working. */
  makeLink(userId: string): Promise<{ secret: string; endsAt: Date }>;
  /** Marks a link as used; false when someone was first, or it is over. */
  useLink(secret: string): Promise<boolean>;
}
