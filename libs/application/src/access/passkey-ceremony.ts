import type { NewPasskey } from './passkeys.js';
import type { SignedIn } from './sessions.js';

/** What a browser is asked, as JSON for `PublicKeyCredential.parse…OptionsFromJSON`, and the challenge within it. */
export interface Asked {
  readonly options: object;
  readonly challenge: string;
}

/** The two ceremonies of WebAuthn (level 3), both with user verification, for the host of the desk's own address. */
export abstract class PasskeyCeremony {
  /** Asks for a new discoverable passkey, not on an authenticator that holds one of `known`. */
  abstract askNew(person: SignedIn, known: readonly string[]): Promise<Asked>;
  /** The passkey in an answer, or nothing when it is not a right answer to that challenge. */
  abstract readNew(answer: unknown, challenge: string): Promise<NewPasskey | undefined>;
  abstract askProof(): Promise<Asked>;
  /** The credential id an answer claims; nothing when it has not the form of an answer. */
  abstract claimed(answer: unknown): string | undefined;
  /** What the authenticator counted, or nothing when the answer does not prove this passkey. */
  abstract readProof(answer: unknown, challenge: string, passkey: NewPasskey): Promise<number | undefined>;
}
