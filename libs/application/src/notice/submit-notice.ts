import { Injectable } from '@nestjs/common';
import { Delivery } from '#domain/correspondence/delivery.js';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';
import { keepingRefusal } from './keep-refusal.js';
import { LeavingTerms } from './leaving-terms.js';
import { letterAsRead } from './letter-as-read.js';

/** What a person submits: the notice they saw, the letter they read, and their statement of good faith. */
export interface Submission extends Which {
  readonly letterDigest: string;
  /** The version of the statement's text, once ticked; empty when it was not. */
  readonly bonaFideText: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/**
 * A caseworker puts a notice in the sender's hands: status, letter, delivery and event in one transaction. A form is
 * theirs to hand in: nobody else is to begin with it meanwhile.
 */
@Injectable()
export class SubmitNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly terms: LeavingTerms,
  ) {}

  run(submission: Submission): Promise<Delivery> {
    const { by, id: noticeId } = submission;
    return keepingRefusal(this.books, { kind: 'submit-refused', noticeId, by }, () => this.submit(submission));
  }

  private async submit({ by, letterDigest, bonaFideText, ...which }: Submission): Promise<Delivery> {
    const recallSeconds = await this.terms.recallSeconds();
    const at = this.clock.now();
    const id = this.identities.id();
    return this.books.together(by, async (books) => {
      const seen = await books.notices.get(which.id);
      const terms = await this.terms.approval(seen, by.userId);
      const statement = { by: by.userId, at: at.toISOString(), textVersion: bonaFideText };
      const notice = await books.notices.change(which, (one) => one.submit(statement, letterDigest, terms, at));
      const letter = await letterAsRead(books, letterDigest, { notice, version: versionRead(notice) });
      await this.terms.refuseMoved(letter, notice, at);
      const delivery = Delivery.queue({ id, letter, createdAt: at }, new Date(at.getTime() + recallSeconds * 1000));
      const inHands = letter.format === 'form-sheet' ? [delivery.takeUp(by.userId, at)] : [];
      await books.deliveries.add(delivery, [delivery.announce(recallSeconds), ...inHands]);
      return delivery;
    });
  }
}

/** The version its letter was written from: that of the approved one, else the last before the submit itself. */
const versionRead = ({ approval, version }: Notice): number => approval.asked?.version ?? version - 1;
