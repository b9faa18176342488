import { Injectable } from '@nestjs/common';
import { tryKeys } from '#domain/access/sign-in-tries.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { ProvePasskey, type ShownKey } from './prove-passkey.js';
import { SignInCounter } from './sign-in-counter.js';

/** Whom somebody is by a passkey, and the secret of their session. */
export interface Entered {
  readonly userId: string;
  readonly secret: string;
}

/** A person signs in with a passkey alone: something they have, and a fingerprint, face or pin. */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly provePasskey: ProvePasskey,
    private readonly counter: SignInCounter,
    private readonly books: Books,
  ) {}

  async run(browser: string, given: { answer: unknown; address: string; device: string }): Promise<Entered> {
    const keys = tryKeys.byPasskey(given.address);
    const seconds = await this.counter.count(keys);
    if (seconds > 0) throw new RuleViolation('access.wait', { n: seconds });
    const entered = await this.show(browser, given).catch(async (fault: unknown) => {
      if (fault instanceof RuleViolation) await this.books.look(system('sign-in'), REFUSED);
      throw fault;
    });
    await this.counter.forget(keys);
    return entered;
  }

  private async show(browser: string, given: { answer: unknown; device: string }): Promise<Entered> {
    const shown = await this.provePasskey.judge(browser, given.answer);
    if (!shown) throw new RuleViolation('access.passkey-refused');
    return this.enter(shown, given.device);
  }

  /** The key's use, the session and the entry in the log, at once or not at all; refuses a key that was copied. */
  private enter({ userId, passkeyId, counter }: ShownKey, device: string): Promise<Entered> {
    const by = { kind: 'user', userId, sessionId: null } as const;
    const facts = { proofs: ['passkey'] };
    return this.books.together(by, async ({ waysIn, record }) => {
      if (!(await waysIn.passkeys.noteUse(passkeyId, counter))) throw new RuleViolation('access.passkey-refused');
      const secret = await waysIn.sessions.open(userId, { proofs: ['passkey'], device });
      await record({ kind: 'signed-in', subject: 'user', subjectId: userId, facts });
      return { userId, secret };
    });
  }
}

const REFUSED = { kind: 'sign-in-refused', subject: 'installation', subjectId: 'sole' } as const;
