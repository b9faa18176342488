/** What a person has for the second step. */
export interface Factors {
  readonly passkeys: number;
  readonly totp: boolean;
  /** Recovery codes not yet used. */
  readonly recoveryCodes: number;
}

/** Everything people have for the second step, seen together. */
export abstract class SecondFactors {
  abstract of(userId: string): Promise<Factors>;
}
