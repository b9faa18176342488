import { Injectable } from '@nestjs/common';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';

/** Judges whether a browser has a passkey of somebody who may sign in. */
@Injectable()
export class ProvePasskey {
  constructor(
    private readonly ceremony: PasskeyCeremony,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: Passkeys,
  ) {}

  async ask(browser: string): Promise<object> {
    const { options, challenge } = await this.ceremony.askProof();
    await this.challenges.keep(browser, 'prove', challenge);
    return options;
  }

  /** Whose passkey it is, or nobody's; the challenge is used up either way. */
  async run(browser: string, answer: unknown): Promise<string | undefined> {
    const challenge = await this.challenges.take(browser, 'prove');
    const passkeyId = this.ceremony.claimed(answer);
    const passkey = passkeyId === undefined ? undefined : await this.passkeys.find(passkeyId);
    if (challenge === undefined || !passkey) return undefined;
    const counter = await this.ceremony.readProof(answer, challenge, passkey);
    if (counter === undefined || !(await this.passkeys.noteUse(passkey.passkeyId, counter))) return undefined;
    return passkey.userId;
  }
}
