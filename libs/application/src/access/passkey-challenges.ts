/** What a challenge is for: adding a passkey or proving that one has it. */
export type ChallengePurpose = 'add' | 'prove';

/** Challenges an authenticator must sign: one per browser and purpose, taken once, over after five minutes. */
export abstract class PasskeyChallenges {
  /** `browser` is the secret of its cookie, of which only a digest is kept. */
  abstract keep(browser: string, purpose: ChallengePurpose, challenge: string): Promise<void>;
  /** The challenge, which from now on is worth nothing; nothing when there is none or it is over. */
  abstract take(browser: string, purpose: ChallengePurpose): Promise<string | undefined>;
}
