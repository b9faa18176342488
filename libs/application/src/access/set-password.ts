import { Injectable } from '@nestjs/common';
import { checkLink } from '#domain/access/user-link.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { NewPassword } from './new-password.js';
import { UserLinks } from './user-links.js';
import { Users } from './users.js';

/** A person chooses a password by a one-time link; their other sessions end. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly users: Users,
    private readonly links: UserLinks,
    private readonly newPassword: NewPassword,
    private readonly books: Books,
  ) {}

  /** Refuses a link that is over before a word is typed. */
  async check(secret: string): Promise<{ email: string }> {
    const { user } = await this.whose(secret);
    return { email: user.email };
  }

  async run(secret: string, password: string): Promise<void> {
    const { user } = await this.whose(secret);
    const hash = await this.newPassword.hashOf(password, user);
    const by = { kind: 'user', userId: user.id, sessionId: null } as const;
    await this.books.together(by, async ({ users, waysIn }) => {
      await users.change({ id: user.id }, (found) => found.choosePassword(hash));
      if (!(await waysIn.useLink(secret))) throw new RuleViolation('access.link-over');
      await waysIn.endSessions(user.id);
    });
  }

  private async whose(secret: string) {
    const { link, now } = await this.links.find(secret);
    checkLink(link, now);
    const user = await this.users.byId(link.userId);
    if (!user?.maySignIn) throw new RuleViolation('access.link-over');
    return { user };
  }
}
