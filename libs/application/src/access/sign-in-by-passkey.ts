import { Injectable } from '@nestjs/common';
import { tryKeys } from '#domain/access/sign-in-tries.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { ProvePasskey } from './prove-passkey.js';
import { RecordLook } from './record-look.js';
import { Sessions } from './sessions.js';
import { SignInCounter } from './sign-in-counter.js';

/** A person signs in with a passkey alone: something they have, and a fingerprint, face or pin. */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly provePasskey: ProvePasskey,
    private readonly sessions: Sessions,
    private readonly counter: SignInCounter,
    private readonly recordLook: RecordLook,
  ) {}

  async run(
    browser: string,
    given: { answer: unknown; address: string; device: string },
  ): Promise<{ secret: string; userId: string }> {
    const keys = tryKeys.byPasskey(given.address);
    const seconds = await this.counter.count(keys);
    if (seconds > 0) throw new RuleViolation('access.wait', { n: seconds });
    const userId = await this.provePasskey.run(browser, given.answer);
    if (userId === undefined) {
      await this.recordLook.run(system('sign-in'), {
        kind: 'sign-in-refused',
        subject: 'installation',
        subjectId: 'sole',
      });
      throw new RuleViolation('access.passkey-refused');
    }
    await this.counter.forget(keys);
    const facts = { proofs: ['passkey'] };
    await this.recordLook.run(
      { kind: 'user', userId, sessionId: null },
      { kind: 'signed-in', subject: 'user', subjectId: userId, facts },
    );
    return { userId, secret: await this.sessions.open(userId, { proofs: ['passkey'], device: given.device }) };
  }
}
