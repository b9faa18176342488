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
  /** Takes all of them away, for a person who lost them; whoever may decide that is not this port's matter. */
  abstract forget(userId: string): Promise<void>;
}
