import { Injectable } from '@nestjs/common';
import { passkeyName } from '#domain/access/passkey-name.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';
import { RecordLook } from './record-look.js';
import type { SignedIn } from './sessions.js';

/** A person adds a passkey: their browser is asked for one, and what it answers is kept. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly ceremony: PasskeyCeremony,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: Passkeys,
    private readonly recordLook: RecordLook,
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
    const facts = { factor: 'passkey' };
    const added = { kind: 'second-factor-added', subject: 'user', subjectId: userId, facts } as const;
    await this.recordLook.run({ kind: 'user', userId, sessionId }, added);
    if (!(await this.passkeys.add(userId, passkey, name))) throw new RuleViolation('access.passkey-refused');
  }
}
