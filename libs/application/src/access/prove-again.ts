import { Injectable } from '@nestjs/common';
import { RuleViolation } from '#domain/rule-violation.js';
import { ProvePasskey } from './prove-passkey.js';
import { ProvePassword } from './prove-password.js';
import { Sessions, type SignedIn } from './sessions.js';

/** A person who signed in a while ago shows once more that it is them; their session gets a new secret. */
@Injectable()
export class ProveAgain {
  constructor(
    private readonly provePassword: ProvePassword,
    private readonly provePasskey: ProvePasskey,
    private readonly sessions: Sessions,
  ) {}

  async byPassword(
    { email, sessionId }: SignedIn,
    given: { password: string; address: string; knownDevice: string | null },
  ): Promise<string> {
    const judged = await this.provePassword.run({ email, ...given });
    if (judged.kind === 'wait') throw new RuleViolation('access.wait', { n: judged.seconds });
    if (judged.kind === 'refused') throw new RuleViolation('access.password-wrong');
    return this.sessions.prove(sessionId, 'password');
  }

  async byPasskey({ userId, sessionId }: SignedIn, browser: string, answer: unknown): Promise<string> {
    if ((await this.provePasskey.run(browser, answer)) !== userId) throw new RuleViolation('access.passkey-refused');
    return this.sessions.prove(sessionId, 'passkey');
  }
}
