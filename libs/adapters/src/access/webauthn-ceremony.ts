import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { PasskeyCeremony, type Asked } from '#application/access/passkey-ceremony.js';
import type { NewPasskey } from '#application/access/passkeys.js';
import type { SignedIn } from '#application/access/sessions.js';

/** WebAuthn level 3 by SimpleWebAuthn; which authenticator somebody uses is their own matter, so none is asked to attest. */
export class WebauthnCeremony extends PasskeyCeremony {
  private readonly expected: { expectedOrigin: string; expectedRPID: string; requireUserVerification: true };

  /** `baseUrl` is the address people know the desk by; its host is what passkeys are bound to. */
  constructor(baseUrl: string) {
    super();
    const { origin, hostname } = new URL(baseUrl);
    this.expected = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  }

  async askNew(person: SignedIn, known: readonly string[]): Promise<Asked> {
    const options = await generateRegistrationOptions({
      rpName: 'Seinpost',
      rpID: this.expected.expectedRPID,
      userName: person.email,
      userDisplayName: person.name,
      userID: new TextEncoder().encode(person.userId),
      attestationType: 'none',
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options, challenge: options.challenge };
  }

  async readNew(answer: unknown, expectedChallenge: string): Promise<NewPasskey | undefined> {
    const response = answer as RegistrationResponseJSON;
    const read = await orNothing(() => verifyRegistrationResponse({ response, expectedChallenge, ...this.expected }));
    if (!read?.verified) return undefined;
    const { id, publicKey, counter, transports } = read.registrationInfo.credential;
    return { passkeyId: id, publicKey, counter, transports: transports ?? [] };
  }

  async askProof(): Promise<Asked> {
    const { expectedRPID: rpID } = this.expected;
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
    return { options, challenge: options.challenge };
  }

  claimed(answer: unknown): string | undefined {
    const id: unknown = (answer as { id?: unknown } | null)?.id;
    return typeof id === 'string' && /^[\w-]{1,1364}$/.test(id) ? id : undefined;
  }

  async readProof(answer: unknown, expectedChallenge: string, passkey: NewPasskey): Promise<number | undefined> {
    const credential = {
      id: passkey.passkeyId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    };
    const response = answer as AuthenticationResponseJSON;
    const read = await orNothing(() =>
      verifyAuthenticationResponse({ response, expectedChallenge, credential, ...this.expected }),
    );
    return read?.verified ? read.authenticationInfo.newCounter : undefined;
  }
}

/** The library throws on every answer that is not right, whatever is wrong with it: to us that is one and the same no. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
