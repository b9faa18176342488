import { Injectable } from '@nestjs/common';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';

/** A passkey somebody showed: whose it is, and how often their authenticator says it was used. */
export interface ShownKey {
  readonly userId: string;
  readonly passkeyId: string;
  readonly counter: number;
}

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
    const shown = await this.judge(browser, answer);
    const isTaken = shown && (await this.passkeys.noteUse(shown.passkeyId, shown.counter));
    return isTaken ? shown.userId : undefined;
  }

  /** The same for who notes the use in a transaction of their own, which may still refuse a key that was copied. */
  async judge(browser: string, answer: unknown): Promise<ShownKey | undefined> {
    const challenge = await this.challenges.take(browser, 'prove');
    const passkeyId = this.ceremony.claimed(answer);
    const passkey = passkeyId === undefined ? undefined : await this.passkeys.find(passkeyId);
    if (challenge === undefined || !passkey) return undefined;
    const counter = await this.ceremony.readProof(answer, challenge, passkey);
    return counter === undefined ? undefined : { ...passkey, counter };
  }
}
