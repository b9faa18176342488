import { Injectable } from '@nestjs/common';
import type { Proof } from '#domain/access/proof.js';
import { tidyRecoveryCode } from '#domain/access/recovery-code.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { ProveTotp } from './prove-totp.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { WaysIn } from './ways-in.js';

/** A code that may be right: `takeFrom` uses it up, in the transaction of what it is shown for, and refuses one used. */
export interface ShownCode {
  readonly proof: Proof;
  takeFrom(waysIn: WaysIn): Promise<void>;
}

/** Judges a code for the second step: of the authenticator app, or a recovery code, which is longer. */
@Injectable()
export class ProveCode {
  constructor(
    private readonly proveTotp: ProveTotp,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** Refuses `access.code-wrong`; taking it may refuse `access.code-used` as well. */
  async run(userId: string, typed: string): Promise<ShownCode> {
    const recoveryCode = tidyRecoveryCode(typed);
    if (recoveryCode !== undefined) return this.ofPaper(userId, recoveryCode);
    const step = await this.proveTotp.run(userId, typed);
    if (step === undefined) throw new RuleViolation('access.code-wrong');
    return {
      proof: 'totp',
      takeFrom: async ({ appSteps }) => {
        if (!(await appSteps.useStep(userId, step))) throw new RuleViolation('access.code-used');
      },
    };
  }

  private ofPaper(userId: string, recoveryCode: string): ShownCode {
    const [digest] = this.recoveryCodes.digests(userId, [recoveryCode]);
    return {
      proof: 'recovery-code',
      takeFrom: async ({ recoveryCodes }) => {
        const isRight = digest && (await recoveryCodes.use(userId, digest));
        if (!isRight) throw new RuleViolation('access.code-wrong');
      },
    };
  }
}
