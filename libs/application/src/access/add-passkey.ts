import { Injectable } from '@nestjs/common';
import { passkeyName } from '#domain/access/passkey-name.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';
import type { SignedIn } from './sessions.js';

/** A person adds a passkey: their browser is asked for one, and what it answers is kept. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly ceremony: PasskeyCeremony,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: Passkeys,
    private readonly books: Books,
  ) {}

  async ask(person: SignedIn, browser: string): Promise<object> {
    const known = await this.passkeys.of(person.userId);
    const asked = await this.ceremony.askNew(
      person,
      known.map(({ passkeyId }) => passkeyId),
    );
    await this.challenges.keep(browser, 'add', asked.challenge);
    return asked.options;
  }

  async run(person: SignedIn, browser: string, given: { answer: unknown; name: string }): Promise<void> {
    const { userId, sessionId } = person;
    const name = passkeyName(given.name);
    const challenge = await this.challenges.take(browser, 'add');
    const passkey = challenge && (await this.ceremony.readNew(given.answer, challenge));
    if (!passkey) throw new RuleViolation('access.passkey-refused');
    await this.books.together({ kind: 'user', userId, sessionId }, async ({ waysIn, record }) => {
      if (!(await waysIn.passkeys.add(userId, passkey, name))) throw new RuleViolation('access.passkey-refused');
      await record({ kind: 'second-factor-added', subject: 'user', subjectId: userId, facts: { factor: 'passkey' } });
    });
  }
}
