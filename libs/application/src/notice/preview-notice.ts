import { Injectable } from '@nestjs/common';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Actor } from '#domain/event.js';
import { standingLetter } from '#domain/notice/approval.js';
import { refuseWhile, type Blocker } from '#domain/notice/blockers.js';
import { follow } from '#domain/notice/notice-status.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { NoticeBlockers } from './notice-blockers.js';
import { RenderLetter } from './render-letter.js';

/** A caseworker makes a notice ready and sees the letter exactly as it will leave; these bytes are the ones kept. */
@Injectable()
export class PreviewNotice {
  constructor(
    private readonly books: Books,
    private readonly render: RenderLetter,
    private readonly clock: Clock,
    private readonly blockers: NoticeBlockers,
  ) {}

  /** The letter a second person has before them, or approved, is shown as it is; another one takes taking that back. */
  async run({ by, ...which }: Which & { readonly by: Actor }): Promise<Letter> {
    const { seen, standing } = await this.books.together(by, async ({ notices, letters }) => {
      const notice = await notices.get(which.id);
      const digest = standingLetter(notice);
      return { seen: notice, standing: digest === null ? null : await letters.find(digest) };
    });
    return standing ?? this.write(which, by, await this.blockers.around(seen));
  }

  private async write(which: Which, by: Actor, around: readonly Blocker[]): Promise<Letter> {
    const notice = await this.books.change('notices', { ...which, by }, (one) => {
      if (one.status === 'draft') return one.prepare(by, around);
      refuseWhile([...one.blockers(), ...around]);
      follow(one.status, 'submitted'); // of what can no longer be sent no letter is written
    });
    const letter = await this.render.run('notice', notice, this.clock.now());
    await this.books.together(by, (books) => books.letters.add(letter));
    return letter;
  }
}
