import type { Passkeys } from './passkeys.js';
import type { SecondFactors } from './second-factors.js';
import type { Sessions } from './sessions.js';

/** The code of an authenticator app counts once: within the transaction of what it lets somebody do. */
export interface AppSteps {
  /** Takes the proposed secret into use, with the step whose code was shown; false when somebody was first. */
  takeUp(userId: string, step: number): Promise<boolean>;
  /** Takes the code of a step, once, however many come at the same time; false when it or a later one was taken. */
  useStep(userId: string, step: number): Promise<boolean>;
}

/** Recovery codes by their digests (`RecoveryCodes.digests`), within the transaction of what follows from them. */
export interface KeptRecoveryCodes {
  /** Keeps these in place of all earlier ones. */
  replace(userId: string, digests: readonly Uint8Array[]): Promise<void>;
  /** Uses a code up, once, however many come at the same time; false when it is none or was used. */
  use(userId: string, digest: Uint8Array): Promise<boolean>;
}

/** By what a person comes in: their sessions and one-time links, changed in the transaction of what they follow from. */
export interface WaysIn {
  readonly sessions: Pick<Sessions, 'open' | 'prove' | 'end' | 'endOthers'>;
  readonly factors: Pick<SecondFactors, 'remove'>;
  readonly passkeys: Pick<Passkeys, 'add' | 'noteUse'>;
  readonly appSteps: AppSteps;
  readonly recoveryCodes: KeptRecoveryCodes;
  /** Ends all sessions of a person; none of them opens another page. */
  endSessions(userId: string): Promise<void>;
  /** Makes a one-time link and answers its secret, of which only the digest is kept, with the moment it stops working. */
  makeLink(userId: string): Promise<{ secret: string; endsAt: Date }>;
  /** Makes every link of a person that was not used worth nothing. */
  withdrawLinks(userId: string): Promise<void>;
  /** Takes away all second factors of a person and the devices they are known by. */
  dropSecondFactors(userId: string): Promise<void>;
  /** Marks a link as used; false when someone was first, or it is over. */
  useLink(secret: string): Promise<boolean>;
}
