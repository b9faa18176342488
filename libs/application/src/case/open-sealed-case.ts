import { Injectable } from '@nestjs/common';
import { openSealed } from '#domain/access/sealed-opening.js';
import type { Actor } from '#domain/event.js';
import { Books } from '../books.js';
import { Identities } from '../identities.js';

/** What somebody says before they open a sealed case, and in which session. */
export interface SealedReason {
  readonly caseId: string;
  readonly reason: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/** Opens a sealed case for one person, in one session, for a while; the reason is kept, the log says that there is one. */
@Injectable()
export class OpenSealedCase {
  constructor(
    private readonly books: Books,
    private readonly identities: Identities,
  ) {}

  async run({ caseId, reason, by }: SealedReason): Promise<void> {
    const id = this.identities.id();
    const sessionId = by.sessionId ?? '';
    const { opening, event } = openSealed({ id, caseId, userId: by.userId, sessionId, reason });
    await this.books.together(by, async (books) => {
      await books.cases.get(caseId);
      await books.sealedOpenings.add(opening);
      await books.record(event);
    });
  }
}
