import { Injectable } from '@nestjs/common';
import type { Proof } from '#domain/access/proof.js';
import { tidyRecoveryCode } from '#domain/access/recovery-code.js';
import { ProveTotp } from './prove-totp.js';
import { RecoveryCodes } from './recovery-codes.js';

/** How a typed code was judged; `used` was right once. */
export type CodeJudged = { readonly kind: 'right'; readonly proof: Proof } | { readonly kind: 'wrong' | 'used' };

/** Judges a code for the second step: of the authenticator app, or a recovery code, which is longer. */
@Injectable()
export class ProveCode {
  constructor(
    private readonly proveTotp: ProveTotp,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  async run(userId: string, typed: string): Promise<CodeJudged> {
    const recoveryCode = tidyRecoveryCode(typed);
    if (recoveryCode !== undefined) {
      const isRight = await this.recoveryCodes.use(userId, recoveryCode);
      return isRight ? { kind: 'right', proof: 'recovery-code' } : { kind: 'wrong' };
    }
    const judged = await this.proveTotp.run(userId, typed);
    return judged === 'right' ? { kind: 'right', proof: 'totp' } : { kind: judged };
  }
}
