import { Injectable } from '@nestjs/common';
import type { Notice } from '#domain/notice/notice.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import type { SecondReading } from './approve-notice.js';
import { keepingRefusal } from './keep-refusal.js';

/** A second person gives a notice back to its authors with the reason, which stays with the notice. */
@Injectable()
export class ReturnNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  run({ by, letterDigest, reason, ...which }: SecondReading & { readonly reason: string }): Promise<Notice> {
    const word = { by: by.userId, at: this.clock.now().toISOString(), letterDigest, reason };
    const act = () => this.books.change('notices', { ...which, by }, (notice) => notice.return(word));
    return keepingRefusal(this.books, { kind: 'approval-refused', noticeId: which.id, by }, act);
  }
}
