import { Injectable } from '@nestjs/common';
import type { Proof } from '#domain/access/proof.js';
import { tryKeys } from '#domain/access/sign-in-tries.js';
import type { DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { ProveCode } from './prove-code.js';
import { RecordLook } from './record-look.js';
import { Sessions, type SignedIn } from './sessions.js';
import { SignInCounter } from './sign-in-counter.js';

/** A person whose password was right shows a code; their session becomes whole and gets a new secret. */
@Injectable()
export class PassSecondStep {
  constructor(
    private readonly proveCode: ProveCode,
    private readonly sessions: Sessions,
    private readonly counter: SignInCounter,
    private readonly recordLook: RecordLook,
  ) {}

  /** `knownDevice` is the secret of a browser known for this person. Answers the session's new secret. */
  async run(half: SignedIn, code: string, knownDevice: string | null): Promise<string> {
    const keys = tryKeys.secondStep(half.userId, knownDevice);
    const seconds = await this.counter.count(keys);
    if (seconds > 0) throw new RuleViolation('access.wait', { n: seconds });
    const judged = await this.proveCode.run(half.userId, code);
    if (judged.kind !== 'right') {
      await this.record(half, [{ kind: 'second-factor-refused' }]);
      throw new RuleViolation(judged.kind === 'used' ? 'access.code-used' : 'access.code-wrong');
    }
    await this.counter.forget(keys);
    return this.enter(half, judged.proof);
  }

  /** Makes the session whole by a proof that was judged right. */
  async enter(half: SignedIn, proof: Proof): Promise<string> {
    const used = proof === 'recovery-code' ? [{ kind: 'recovery-code-used' }] : [];
    await this.record(half, [...used, { kind: 'signed-in', facts: { proofs: ['password', proof] } }]);
    return this.sessions.prove(half.sessionId, proof);
  }

  private record({ userId, sessionId }: SignedIn, happened: readonly Pick<DomainEvent, 'kind' | 'facts'>[]) {
    const events = happened.map((each) => ({ ...each, subject: 'user' as const, subjectId: userId }));
    return this.recordLook.run({ kind: 'user', userId, sessionId }, events);
  }
}
