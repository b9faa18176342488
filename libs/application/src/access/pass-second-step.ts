import { Injectable } from '@nestjs/common';
import type { Proof } from '#domain/access/proof.js';
import { tryKeys } from '#domain/access/sign-in-tries.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks } from '../books.js';
import { ProveCode } from './prove-code.js';
import type { SignedIn } from './sessions.js';
import { SignInCounter } from './sign-in-counter.js';

/** A person whose password was right shows a code; their session becomes whole and gets a new secret. */
@Injectable()
export class PassSecondStep {
  constructor(
    private readonly proveCode: ProveCode,
    private readonly counter: SignInCounter,
    private readonly books: Books,
  ) {}

  /** `knownDevice` is the secret of a browser known for this person. Answers the session's new secret. */
  async run(half: SignedIn, code: string, knownDevice: string | null): Promise<string> {
    const keys = tryKeys.secondStep(half.userId, knownDevice);
    const seconds = await this.counter.count(keys);
    if (seconds > 0) throw new RuleViolation('access.wait', { n: seconds });
    const secret = await this.show(half, code).catch(async (fault: unknown) => {
      if (fault instanceof RuleViolation && REFUSALS.includes(fault.code)) await this.recordRefusal(half);
      throw fault;
    });
    await this.counter.forget(keys);
    return secret;
  }

  /** Makes the session whole by a proof that was judged right. */
  enter(half: SignedIn, proof: Proof): Promise<string> {
    return this.books.together(whoIs(half), (books) => makeWhole(books, half, proof));
  }

  /** The code is used up, the session whole and both recorded at once, or nothing of it. */
  private async show(half: SignedIn, typed: string): Promise<string> {
    const shown = await this.proveCode.run(half.userId, typed);
    return this.books.together(whoIs(half), async (books) => {
      await shown.takeFrom(books.waysIn);
      return makeWhole(books, half, shown.proof);
    });
  }

  private recordRefusal(half: SignedIn): Promise<void> {
    return this.books.look(whoIs(half), { kind: 'second-factor-refused', subject: 'user', subjectId: half.userId });
  }
}

/** What a wrong code is refused with. */
const REFUSALS: readonly string[] = ['access.code-wrong', 'access.code-used'];

const whoIs = ({ userId, sessionId }: SignedIn): Actor => ({ kind: 'user', userId, sessionId });

async function makeWhole({ waysIn, record }: OpenBooks, half: SignedIn, proof: Proof): Promise<string> {
  const about = { subject: 'user', subjectId: half.userId } as const;
  const secret = await waysIn.sessions.prove(half.sessionId, proof);
  if (proof === 'recovery-code') await record({ kind: 'recovery-code-used', ...about });
  await record({ kind: 'signed-in', ...about, facts: { proofs: ['password', proof] } });
  return secret;
}
