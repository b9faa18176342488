import { Injectable } from '@nestjs/common';
import { Delivery } from '#domain/correspondence/delivery.js';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { Books, type OpenBooks, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';

/** What a person submits: the notice they saw, the letter they read, and their statement of good faith. */
export interface Submission extends Which {
  readonly letterDigest: string;
  /** The version of the statement's text, once ticked; empty when it was not. */
  readonly bonaFideText: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A caseworker puts a notice in the sender's hands: status, letter, delivery and event in one transaction. */
@Injectable()
export class SubmitNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly installation: Installation,
  ) {}

  async run({ by, letterDigest, bonaFideText, ...which }: Submission): Promise<Delivery> {
    const { recallSeconds } = await this.installation.organisation();
    const at = this.clock.now();
    const id = this.identities.id();
    return this.books.together(by, async (books) => {
      const statement = { by: by.userId, at: at.toISOString(), textVersion: bonaFideText };
      const notice = await books.notices.change(which, (ready) => ready.submit(statement, at));
      const letter = await unchangedLetter(books, letterDigest, notice);
      const delivery = Delivery.queue({ id, letter, createdAt: at }, new Date(at.getTime() + recallSeconds * 1000));
      await books.deliveries.add(delivery, delivery.announce(recallSeconds));
      return delivery;
    });
  }
}

/** The letter that was read; refused when the notice has changed since, not counting the submit itself. */
async function unchangedLetter(books: OpenBooks, digest: string, notice: Notice): Promise<Letter> {
  const letter = await books.letters.find(digest);
  const same = letter?.noticeId === notice.id && letter.noticeVersion === notice.version - 1;
  if (!letter || !same || letter.purpose !== 'notice') {
    throw new RuleViolation('letter.changed-since-preview', { noticeId: notice.id });
  }
  return letter;
}
