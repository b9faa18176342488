import { Injectable } from '@nestjs/common';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { beginAnew } from './begin-anew.js';
import type { MadeLink } from './make-link.js';
import { Users } from './users.js';

/** An operator at the machine itself lets somebody begin anew, where no two administrators are left to do so. */
@Injectable()
export class ResetUser {
  constructor(
    private readonly books: Books,
    private readonly users: Users,
  ) {}

  /** Refuses with `user.not-found`. */
  async run(email: string, by: Actor): Promise<MadeLink> {
    const user = await this.users.byEmail(email);
    if (!user) throw new RuleViolation('user.not-found', { email });
    return this.books.together(by, (books) => beginAnew(books, user.id));
  }
}
