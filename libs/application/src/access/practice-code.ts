import { codeBeginsAt, codeEndsAt, firstUnused } from '#domain/access/totp.js';
import { tidyEmail } from '#domain/access/user.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Clock } from '../clock.js';
import type { Installation } from './installation.js';
import type { TotpCodes } from './totp-codes.js';
import type { TotpSecrets } from './totp-secrets.js';
import type { Users } from './users.js';

/** What codes to practise with are found in. */
export interface CodeSource {
  readonly installation: Installation;
  readonly users: Users;
  readonly totpSecrets: TotpSecrets;
  readonly codes: TotpCodes;
  readonly clock: Clock;
}

/** A code to sign in with on a practice desk, and between which moments it is taken. */
export interface PracticeCode {
  readonly email: string;
  readonly code: string;
  readonly from: Date;
  readonly until: Date;
}

/** The first code of an account's authenticator app that was not used yet; refused on a live desk. */
export async function practiceCode(desk: CodeSource, typed: string): Promise<PracticeCode> {
  if ((await desk.installation.kind()) !== 'practice') throw new RuleViolation('installation.not-practice');
  const email = tidyEmail(typed);
  const user = await desk.users.byEmail(email);
  const kept = user && (await desk.totpSecrets.inUse(user.id));
  if (!kept) throw new RuleViolation('access.no-authenticator', { email });
  const step = firstUnused(kept.lastStep, desk.clock.now());
  return {
    email,
    code: desk.codes.codeOf(kept.secret, step),
    from: codeBeginsAt(step),
    until: codeEndsAt(step),
  };
}
