import { Injectable } from '@nestjs/common';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Actor } from '#domain/event.js';
import { canFollow } from '#domain/notice/notice-status.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { RenderLetter } from './render-letter.js';

/** Shows the letter that will tell the platform that a notice should not have been sent. */
@Injectable()
export class PreviewWithdrawal {
  constructor(
    private readonly books: Books,
    private readonly render: RenderLetter,
    private readonly clock: Clock,
  ) {}

  async run({ id, by }: Which & { readonly by: Actor }): Promise<Letter> {
    const notice = await this.books.together(by, (books) => books.notices.get(id));
    if (notice.moments.sentAt === null || !canFollow(notice.status, 'withdrawn')) {
      throw new RuleViolation('notice.nothing-to-withdraw-by-letter', { status: notice.status });
    }
    const letter = await this.render.run('withdrawal', notice, this.clock.now());
    await this.books.together(by, (books) => books.letters.add(letter));
    return letter;
  }
}
