/** Browsers that signed in wholly as somebody before, by a secret of their own of which only the digest is kept. */
export abstract class KnownDevices {
  /** Makes a browser known and returns its secret. */
  abstract give(userId: string): Promise<string>;
  /** Whether a secret is of a browser known for the person with this address; notes that it was seen. */
  abstract isKnown(secret: string, email: string): Promise<boolean>;
}
