import { Injectable } from '@nestjs/common';
import { checkFirst, hasSecondFactor } from '#domain/access/second-factor.js';
import { AddPasskey } from './add-passkey.js';
import { PassSecondStep } from './pass-second-step.js';
import { SecondFactors } from './second-factors.js';
import type { SignedIn } from './sessions.js';
import { SetUpTotp } from './set-up-totp.js';

/** Somebody without a second factor sets up their first; showing it makes their session whole. Answers its new secret. */
@Injectable()
export class FirstFactor {
  constructor(
    private readonly factors: SecondFactors,
    private readonly setUpTotp: SetUpTotp,
    private readonly addPasskey: AddPasskey,
    private readonly passSecondStep: PassSecondStep,
  ) {}

  async isNeeded(half: SignedIn): Promise<boolean> {
    return !hasSecondFactor(await this.factors.of(half.userId));
  }

  /** What the browser is to ask its authenticator. */
  async askPasskey(half: SignedIn, browser: string): Promise<object> {
    checkFirst(await this.factors.of(half.userId));
    return this.addPasskey.ask(half, browser);
  }

  async byApp(half: SignedIn, code: string): Promise<string> {
    checkFirst(await this.factors.of(half.userId));
    await this.setUpTotp.run(half, code);
    return this.passSecondStep.enter(half, 'totp');
  }

  async byPasskey(half: SignedIn, browser: string, given: { answer: unknown; name: string }): Promise<string> {
    checkFirst(await this.factors.of(half.userId));
    await this.addPasskey.run(half, browser, given);
    return this.passSecondStep.enter(half, 'passkey');
  }
}
