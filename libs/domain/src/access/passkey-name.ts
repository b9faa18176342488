import { RuleViolation } from '../rule-violation.js';

/** Characters a passkey's name may have. */
const LONGEST = 60;

/** What a person calls a passkey, tidied; refused when it is empty or too long to show. */
export function passkeyName(typed: string): string {
  const name = typed.trim().replaceAll(/\s+/g, ' ');
  if (name === '' || name.length > LONGEST) throw new RuleViolation('access.passkey-name', { most: LONGEST });
  return name;
}
