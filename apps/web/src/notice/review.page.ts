import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { letterView } from './letter.view.js';
import { NoticePage } from './notice.page.js';
import { textDiff } from './text-diff.js';

/** What a second person sees before they judge: the letter byte for byte, what it rests on, and what changed in it. */
@Injectable()
export class ReviewPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly page: NoticePage,
  ) {}

  /** Everything about the notice that is to be judged; refused when nobody asks any more. */
  async review(id: string, person: SignedIn): Promise<object> {
    const { notice } = await this.file.whole(id);
    const letter = await this.asked(notice);
    const judged = notice.approval.judged?.letterDigest;
    const before = judged === undefined ? null : await this.file.letter(judged);
    return {
      ...(await this.page.model(id, person)),
      letter: await letterView(letter),
      compared: before !== null,
      diff: before === null ? [] : textDiff(asText(before), asText(letter)),
    };
  }

  /** The page on which one thing is confirmed about exactly the letter that was read. */
  async confirm(id: string, digest: string, person: SignedIn): Promise<object> {
    const { notice } = await this.file.whole(id);
    const letter = await this.file.letter(digest);
    if (letter?.noticeId !== id || letter.purpose !== 'notice') throw new RuleViolation('letter.not-found', { digest });
    const { reference, version, items } = notice;
    return {
      notice: { id, reference, version, items: items.length },
      letter: await letterView(letter),
      approval: await this.page.approval(notice, person),
    };
  }

  private async asked({ status, approval }: Notice): Promise<Letter> {
    const letter = status === 'ready' && approval.asked ? await this.file.letter(approval.asked.letterDigest) : null;
    if (letter === null) throw new RuleViolation('notice.approval-not-asked');
    return letter;
  }
}

/** What a reader reads of a letter, to compare. */
const asText = ({ recipient, subject, text }: Letter): string => [recipient, subject, '', text].join('\n');
