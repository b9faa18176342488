import { statSync } from 'node:fs';

/** A secret that somebody could come by too easily; a grave doubt keeps a live desk from starting. */
export interface Doubt {
  /** A sentence with its remedy, without the secret. */
  readonly says: string;
  readonly grave: boolean;
}

/** A secret's file may be read by its owner and, where that is set, by its group (0640). */
export function doubtAboutFile(name: string, file: string): Doubt | undefined {
  const mode = statSync(file).mode & 0o777;
  if (process.platform === 'win32' || (mode & 0o037) === 0) return undefined;
  const says = `${name}_FILE names ${file}, which others on this machine may read or change (mode 0${mode.toString(8)})`;
  return { says: `${says}; run "chmod 0600" on it, or 0640 for a group of its own.`, grave: true };
}

/** What stands in manuals and examples, with whatever digits and signs people put behind it. */
const WELL_KNOWN =
  /^(pass(word|wd|e|wort)?|wachtwoord|geheim|secret|change[-_ ]?me|change[-_ ]?it|welkom|welcome|admin|root|postgres|seinpost|example|default|test|qwerty|letmein|practice)?[\d\W_]*$/i;

/** A password that stands in every manual, or is shorter than eight signs. */
export function doubtAboutPassword(name: string, password: string, grave = true): Doubt | undefined {
  if (password.length < 8) return { says: `${name} is shorter than eight signs; ${ANOTHER}`, grave };
  return WELL_KNOWN.test(password) ? { says: `${name} stands in every manual; ${ANOTHER}`, grave } : undefined;
}

const ANOTHER = 'have the server give this account a long random one.';

/** The password within an address of a database. Many databases know their own by other means and have none. */
export function doubtAboutAddress(name: string, address: string): Doubt | undefined {
  const password = decodeURIComponent(new URL(address).password);
  return password === '' ? undefined : doubtAboutPassword(`The password in ${name}`, password, false);
}

/** A live desk was given secrets that are none; the message says which and what to do. */
export class UnsafeSecrets extends Error {
  readonly code = 'settings.unsafe';
}

/** Throws `UnsafeSecrets` on a live desk with a grave doubt; people practise with whatever they have. */
export function refuseDoubts(kind: 'practice' | 'live', doubts: readonly Doubt[]): void {
  const grave = doubts.filter((doubt) => doubt.grave);
  if (kind === 'live' && grave.length > 0) throw new UnsafeSecrets(grave.map((doubt) => doubt.says).join('\n'));
}
