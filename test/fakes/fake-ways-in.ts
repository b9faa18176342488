import type { WaysIn } from '#application/access/ways-in.js';
import { linkEndsAt } from '#domain/access/user-link.js';
import type { Pages } from './pages.js';

const ELSEWHERE = 'what people prove with is tried on PostgreSQL alone';

/** One-time links in memory; whose sessions end is told to who keeps them. */
export class FakeWaysIn implements WaysIn {
  constructor(
    private readonly pages: Pages,
    private readonly now: () => Date,
  ) {}

  get sessions(): never {
    throw new Error(ELSEWHERE);
  }
  get factors(): never {
    throw new Error(ELSEWHERE);
  }
  get passkeys(): never {
    throw new Error(ELSEWHERE);
  }
  get appSteps(): never {
    throw new Error(ELSEWHERE);
  }
  get recoveryCodes(): never {
    throw new Error(ELSEWHERE);
  }

  endSessions(userId: string): Promise<void> {
    this.pages.sessionsEnded.push(userId);
    return Promise.resolve();
  }

  makeLink(userId: string): Promise<{ secret: string; endsAt: Date }> {
    const [secret, endsAt] = [`link-${this.pages.links.size + 1}`, linkEndsAt(this.now())];
    this.pages.links.set(secret, { userId, endsAt, used: false });
    return Promise.resolve({ secret, endsAt });
  }

  withdrawLinks(userId: string): Promise<void> {
    for (const [secret, link] of this.pages.links) {
      if (link.userId === userId && !link.used) this.pages.links.set(secret, { ...link, endsAt: this.now() });
    }
    return Promise.resolve();
  }

  dropSecondFactors(userId: string): Promise<void> {
    this.pages.withoutFactors.push(userId);
    return Promise.resolve();
  }

  useLink(secret: string): Promise<boolean> {
    const link = this.pages.links.get(secret);
    if (!link || link.used || this.now() >= link.endsAt) return Promise.resolve(false);
    this.pages.links.set(secret, { ...link, used: true });
    return Promise.resolve(true);
  }
}
