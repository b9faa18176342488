import { Injectable } from '@nestjs/common';
import { stepsTakenAt } from '#domain/access/totp.js';
import { Clock } from '../clock.js';
import { TotpCodes } from './totp-codes.js';
import { TotpSecrets } from './totp-secrets.js';

/** Judges the code of a person's authenticator app; that each counts once is for who takes it (`AppSteps`). */
@Injectable()
export class ProveTotp {
  constructor(
    private readonly secrets: TotpSecrets,
    private readonly codes: TotpCodes,
    private readonly clock: Clock,
  ) {}

  /** The step whose code this is; nothing when it is wrong. */
  async run(userId: string, code: string): Promise<number | undefined> {
    const kept = await this.secrets.inUse(userId);
    return kept && this.stepOf(kept.secret, code);
  }

  /** The step a code belongs to, of those taken now; blanks between digits are how apps show them. */
  stepOf(secret: string, code: string): number | undefined {
    const typed = { secret, code: code.replaceAll(/\s/g, '') };
    return stepsTakenAt(this.clock.now()).find((step) => this.codes.matches(typed, step));
  }
}
