/** What a person has for the second step. */
export interface Factors {
  readonly passkeys: number;
  readonly totp: boolean;
  /** Recovery codes not yet used. */
  readonly recoveryCodes: number;
}

/** One of the things a person can take away themselves. */
export type Removable = { readonly kind: 'totp' } | { readonly kind: 'passkey'; readonly passkeyId: string };

/** Everything people have for the second step, seen together. */
export abstract class SecondFactors {
  abstract of(userId: string): Promise<Factors>;
  /** Takes one away once `check` lets what they have pass; two at the same time are judged one after the other. */
  abstract remove(userId: string, what: Removable, check: (have: Factors) => void): Promise<boolean>;
}
