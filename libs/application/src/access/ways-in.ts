/** By what a person comes in: their sessions and one-time links, changed in the transaction of what they follow from. */
export interface WaysIn {
  /** Ends all sessions of a person; none of them opens another page. */
  endSessions(userId: string): Promise<void>;
  /** Makes a one-time link and answers its secret, of which only the digest is kept, with the moment it stops working. */
  makeLink(userId: string): Promise<{ secret: string; endsAt: Date }>;
  /** Makes every link of a person that was not used worth nothing. */
  withdrawLinks(userId: string): Promise<void>;
  /** Takes away all second factors of a person and the devices they are known by. */
  dropSecondFactors(userId: string): Promise<void>;
  /** Marks a link as used; false when someone was first, or it is over. */
  useLink(secret: string): Promise<boolean>;
}
