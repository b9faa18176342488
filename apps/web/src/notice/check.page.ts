import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { Installation } from '#application/access/installation.js';
import { reachOf } from '#domain/access/reach.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { earlierView } from './earlier.view.js';
import { letterView } from './letter.view.js';
import { NoticePage } from './notice.page.js';

/** What the page shows on which a person reads the letter and sends it. */
@Injectable()
export class CheckPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly notices: NoticeList,
    private readonly installation: Installation,
    private readonly page: NoticePage,
  ) {}

  /** The notice's own page, shown again when it cannot be made ready. */
  notice(id: string, person: SignedIn): Promise<object> {
    return this.page.model(id, person);
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
    const { recallSeconds } = await this.installation.organisation();
    return {
      notice: { id, reference: notice.reference, version: notice.version, status: notice.status },
      letter: letterView(letter),
      stale: letter.noticeVersion !== notice.version,
      earlier: earlier.map(earlierView),
      statement: bonaFideText(BONA_FIDE_TEXT_VERSION, person.language),
      recallSeconds,
    };
  }
}
