import { Injectable } from '@nestjs/common';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { NewPassword } from './new-password.js';
import { endOtherSessions } from './own-sessions.js';
import { ProvePassword } from './prove-password.js';
import type { SignedIn } from './sessions.js';

/** The present password, the new one, and where the browser that brings them is. */
export interface PasswordChange {
  readonly present: string;
  readonly next: string;
  readonly address: string;
  readonly knownDevice: string | null;
}

/** A person chooses another password, showing the present one; all their other sessions end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly provePassword: ProvePassword,
    private readonly newPassword: NewPassword,
    private readonly books: Books,
  ) {}

  async run(person: SignedIn, { present, next, address, knownDevice }: PasswordChange): Promise<void> {
    const { userId, sessionId, email } = person;
    const judged = await this.provePassword.run({ email, password: present, address, knownDevice });
    if (judged.kind === 'wait') throw new RuleViolation('access.wait', { n: judged.seconds });
    if (judged.kind === 'refused') throw new RuleViolation('access.password-wrong');
    const hash = await this.newPassword.hashOf(next, person);
    const by = { kind: 'user', userId, sessionId } as const;
    await this.books.together(by, async (books) => {
      await books.users.change({ id: userId }, (user) => user.choosePassword(hash));
      await endOtherSessions(books, person);
    });
  }
}
