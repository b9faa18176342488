import { Injectable } from '@nestjs/common';
import { stepsTakenAt } from '#domain/access/totp.js';
import { Clock } from '../clock.js';
import { TotpCodes } from './totp-codes.js';
import { TotpSecrets } from './totp-secrets.js';

/** How a code was judged; `used` was right once. */
export type Judged = 'right' | 'wrong' | 'used';

/** Judges the code of a person's authenticator app; each code counts once. */
@Injectable()
export class ProveTotp {
  constructor(
    private readonly secrets: TotpSecrets,
    private readonly codes: TotpCodes,
    private readonly clock: Clock,
  ) {}

  async run(userId: string, code: string): Promise<Judged> {
    const kept = await this.secrets.inUse(userId);
    const step = kept && this.stepOf(kept.secret, code);
    if (step === undefined) return 'wrong';
    return (await this.secrets.useStep(userId, step)) ? 'right' : 'used';
  }

  /** The step a code belongs to, of those taken now; blanks between digits are how apps show them. */
  stepOf(secret: string, code: string): number | undefined {
    const typed = { secret, code: code.replaceAll(/\s/g, '') };
    return stepsTakenAt(this.clock.now()).find((step) => this.codes.matches(typed, step));
  }
}
