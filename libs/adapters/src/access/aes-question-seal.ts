import { createHmac } from 'node:crypto';
import type { KeyRing } from '#application/access/key-ring.js';
import { QuestionSeal } from '#application/case/question-seal.js';
import { Sealer } from './sealer.js';

/** A working day: what stands in a browser's history after that leads nowhere. */
const HOURS = 12;
const TIME = 24; // as long as an ISO instant

/** Seals questions with AES-256-GCM under keys of their own. */
export class AesQuestionSeal extends QuestionSeal {
  constructor(private readonly keys: KeyRing) {
    super();
  }

  seal(question: string, userId: string, at: Date): string {
    return this.sealer()
      .seal(at.toISOString() + question, aboutOf(userId))
      .toString('base64url');
  }

  open(sealed: string, userId: string, at: Date): string | null {
    const opened = this.opened(Buffer.from(sealed, 'base64url'), userId);
    if (opened === null) return null;
    const age = at.getTime() - Date.parse(opened.slice(0, TIME));
    return age >= 0 && age < HOURS * 3_600_000 ? opened.slice(TIME) : null;
  }

  mark(question: string): string {
    return createHmac('sha256', this.keys.derive('search terms'))
      .update(question.toLowerCase())
      .digest('hex')
      .slice(0, 32);
  }

  private opened(sealed: Buffer, userId: string): string | null {
    try {
      return this.sealer().open(sealed, aboutOf(userId));
    } catch {
      return null; // whatever is wrong with it, it says nothing
    }
  }

  private sealer(): Sealer {
    return new Sealer(this.keys.derive('search questions'));
  }
}

const aboutOf = (userId: string): string => `search of ${userId}`;
