import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { keepingRefusal } from './keep-refusal.js';
import { LeavingTerms } from './leaving-terms.js';
import { letterAsRead } from './letter-as-read.js';

/** The letter a second person read, by its digest. */
export interface SecondReading extends Which {
  readonly letterDigest: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A second person approves a notice: exactly this letter may leave, and no other. */
@Injectable()
export class ApproveNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly terms: LeavingTerms,
  ) {}

  run({ by, letterDigest, ...which }: SecondReading): Promise<Notice> {
    const at = this.clock.now();
    const word = { by: by.userId, at: at.toISOString(), letterDigest };
    const act = () =>
      this.books.together(by, async (books) => {
        const notice = await books.notices.change(which, (one) => one.approve(word));
        const { version } = notice.approval.asked!; // the approved letter is the one asked about
        await this.terms.refuseMoved(await letterAsRead(books, letterDigest, { notice, version }), notice, at);
        return notice;
      });
    return keepingRefusal(this.books, { kind: 'approval-refused', noticeId: which.id, by }, act);
  }
}
