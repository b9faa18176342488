import { RuleViolation } from '../rule-violation.js';

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 128;

/** Passwords of twelve or more characters that stand high on published lists of leaked ones. */
const WELL_KNOWN = [
  'password1234',
  'passwordpassword',
  'wachtwoord12',
  'wachtwoord123',
  'wachtwoord1234',
  'wachtwoordwachtwoord',
  'welkom123456',
  'welkom01welkom01',
  '123456789012',
  '1234567890123',
  '111111111111',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdfgh',
  'iloveyou1234',
  'administrator',
  'administrator1',
];

/** Refuses a password that is too short, too long or easily guessed; asks no kinds of characters (ASVS 6.2.5). */
export function checkPassword(password: string, about: { email: string; name: string }): void {
  const length = [...password].length;
  if (length < PASSWORD_MINIMUM) throw new RuleViolation('access.password-too-short', { minimum: PASSWORD_MINIMUM });
  if (length > PASSWORD_MAXIMUM) throw new RuleViolation('access.password-too-long', { maximum: PASSWORD_MAXIMUM });
  if (isGuessable(password.toLowerCase(), about)) throw new RuleViolation('access.password-guessable');
}

function isGuessable(password: string, about: { email: string; name: string }): boolean {
  const own = [about.email, about.email.split('@')[0], about.name].map((word) => (word ?? '').toLowerCase());
  return WELL_KNOWN.includes(password) || new Set(password).size < 4 || own.includes(password);
}
