/** One-time codes for who lost what they had for the second step; only digests under a key of their own are kept. */
export abstract class RecoveryCodes {
  /** Keeps these in place of all earlier ones. */
  abstract replace(userId: string, codes: readonly string[]): Promise<void>;
  /** Uses a code up, once, however many come at the same time; false when it is none or was used. */
  abstract use(userId: string, code: string): Promise<boolean>;
  /** Whether all of these are codes of this person that were not used yet. */
  abstract areTheirs(userId: string, codes: readonly string[]): Promise<boolean>;
}
