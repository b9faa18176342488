/** One-time codes for who lost what they had for the second step; only digests under a key of their own are kept. */
export abstract class RecoveryCodes {
  /** What is kept of these codes of a person. */
  abstract digests(userId: string, codes: readonly string[]): readonly Uint8Array[];
  /** Whether all of these are codes of this person that were not used yet. */
  abstract areTheirs(userId: string, codes: readonly string[]): Promise<boolean>;
}
