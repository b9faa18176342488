import { Injectable } from '@nestjs/common';
import type { Proof } from '#domain/access/proof.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { ProveTotp } from './prove-totp.js';
import { RecordLook } from './record-look.js';
import { Sessions, type SignedIn } from './sessions.js';
import { SignInCounter } from './sign-in-counter.js';

/** A person whose password was right shows a code; their session becomes whole and gets a new secret. */
@Injectable()
export class PassSecondStep {
  constructor(
    private readonly proveTotp: ProveTotp,
    private readonly sessions: Sessions,
    private readonly counter: SignInCounter,
    private readonly recordLook: RecordLook,
  ) {}

  async run(half: SignedIn, code: string): Promise<string> {
    const { userId, sessionId } = half;
    const seconds = await this.counter.count(`second step ${userId}`, '');
    if (seconds > 0) throw new RuleViolation('access.wait', { n: seconds });
    const judged = await this.proveTotp.run(userId, code);
    const by = { kind: 'user', userId, sessionId } as const;
    if (judged !== 'right') {
      await this.recordLook.run(by, { kind: 'second-factor-refused', subject: 'user', subjectId: userId });
      throw new RuleViolation(judged === 'used' ? 'access.code-used' : 'access.code-wrong');
    }
    await this.counter.forget(`second step ${userId}`, '');
    return this.enter(half, 'totp');
  }

  /** Makes the session whole by a proof that was judged right elsewhere. */
  async enter({ userId, sessionId }: SignedIn, proof: Proof): Promise<string> {
    const signedIn = { kind: 'signed-in', subject: 'user', subjectId: userId, facts: { proofs: ['password', proof] } };
    await this.recordLook.run({ kind: 'user', userId, sessionId }, { ...signedIn, subject: 'user' });
    return this.sessions.prove(sessionId, proof);
  }
}
