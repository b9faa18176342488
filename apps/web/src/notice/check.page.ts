import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { LeavingTerms } from '#application/notice/leaving-terms.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import type { Letter } from '#domain/correspondence/letter.js';
import { approvalCauses, standingLetter } from '#domain/notice/approval.js';
import { reachOf } from '#domain/access/reach.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { earlierViews } from './earlier.view.js';
import { letterView } from './letter.view.js';
import { CheckAnswers } from './check-answers.js';

/** What the page shows on which a person reads the letter and sends it. */
@Injectable()
export class CheckPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly notices: NoticeList,
    private readonly terms: LeavingTerms,
    private readonly answers: CheckAnswers,
  ) {}

  /** The answers before there is a letter, and again when it cannot be made ready. */
  async before(id: string, person: SignedIn): Promise<object> {
    return this.answers.of((await this.file.whole(id)).notice, person);
  }

  async check(id: string, digest: string, person: SignedIn): Promise<object> {
    const { notice } = await this.file.whole(id);
    const letter = await this.file.letter(digest);
    if (letter?.noticeId !== id || letter.purpose !== 'notice') throw new RuleViolation('letter.not-found', { digest });
    const earlier = await this.notices.about(
      notice.items.map((item) => item.canonicalUrl),
      id,
      reachOf(person),
    );
    return {
      ...(await this.answers.of(notice, person)),
      letter: await letterView(letter),
      ...(await this.leaving(notice, letter, person)),
      ...earlierViews(earlier),
      statement: bonaFideText(BONA_FIDE_TEXT_VERSION, person.language),
      recallSeconds: await this.terms.recallSeconds(),
    };
  }

  /** Whether this letter may still leave, and whether a second person must read it first. */
  private async leaving(notice: Notice, letter: Letter, person: SignedIn): Promise<object> {
    const standing = standingLetter(notice);
    const approved = notice.status === 'approved' && standing === letter.digest;
    const terms = await this.terms.approval(notice, person.userId);
    const grounds = notice.content.grounds.map(({ code }) => code);
    return {
      stale: standing === null ? letter.noticeVersion !== notice.version : standing !== letter.digest,
      approval: await this.answers.facts.approval(notice, person.userId),
      approved,
      asked: notice.status === 'ready' && standing === letter.digest,
      causes: approved ? [] : approvalCauses(terms, grounds),
    };
  }
}
