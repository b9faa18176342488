import { Injectable } from '@nestjs/common';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { ProveTotp } from './prove-totp.js';
import type { SignedIn } from './sessions.js';
import { TotpCodes } from './totp-codes.js';
import { TotpSecrets } from './totp-secrets.js';

/** A person sets up an authenticator app: they get a secret, and it counts once they show a code of it. */
@Injectable()
export class SetUpTotp {
  constructor(
    private readonly secrets: TotpSecrets,
    private readonly codes: TotpCodes,
    private readonly proveTotp: ProveTotp,
    private readonly books: Books,
  ) {}

  /** The secret to put into the app; the same one until a code of it was shown. */
  async propose(person: SignedIn): Promise<{ secret: string; address: string }> {
    const proposed = await this.secrets.proposed(person.userId);
    const secret = proposed?.secret ?? this.codes.newSecret();
    if (!proposed) await this.secrets.propose(person.userId, secret);
    return { secret, address: this.codes.address(secret, person.email) };
  }

  async run(person: SignedIn, code: string): Promise<void> {
    const { userId, sessionId } = person;
    const proposed = await this.secrets.proposed(userId);
    const step = proposed && this.proveTotp.stepOf(proposed.secret, code);
    if (step === undefined) throw new RuleViolation('access.code-wrong');
    await this.books.together({ kind: 'user', userId, sessionId }, async ({ waysIn, record }) => {
      if (!(await waysIn.appSteps.takeUp(userId, step))) throw new RuleViolation('access.code-used');
      await record({ kind: 'second-factor-added', subject: 'user', subjectId: userId, facts: { factor: 'totp' } });
    });
  }
}
