import { RuleViolation } from '../rule-violation.js';

/** What a person has to show beside a password. */
interface Have {
  readonly passkeys: number;
  readonly totp: boolean;
  readonly recoveryCodes: number;
}

/** Whether a person has anything to show; who has not is led to set something up before anything else. */
export const hasSecondFactor = ({ passkeys, totp, recoveryCodes }: Have): boolean =>
  passkeys > 0 || totp || recoveryCodes > 0;

/** Refuses to set a first second factor up for who has one: a password alone must never be enough to add another. */
export function checkFirst(have: Have): void {
  if (hasSecondFactor(have)) throw new RuleViolation('access.factor-there');
}

/** Refuses to take away the last passkey or app: nobody works here on a password alone. */
export function checkRemoval({ passkeys, totp }: Have): void {
  if (passkeys + (totp ? 1 : 0) <= 1) throw new RuleViolation('access.last-factor');
}
