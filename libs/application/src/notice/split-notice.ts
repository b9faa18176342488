import { Injectable } from '@nestjs/common';
import type { Actor, DomainEvent } from '#domain/event.js';
import { withoutEnclosure } from '#domain/evidence/enclosed.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { split } from '#domain/notice/split.js';
import type { Arisen } from '#domain/notice/arising.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks, type Which } from '../books.js';
import { enclosableFiles, type EnclosableFile } from '../evidence/enclosable-files.js';
import { NewDrafts } from './new-drafts.js';
import { NoticeFile } from './notice-file.js';
import { SplitPlan } from './split-plan.js';

/** A draft to be split, by somebody who saw how. */
export interface Splitting extends Which {
  readonly by: Actor & { readonly kind: 'user' };
}

/** A caseworker makes several drafts of one whose addresses belong to several platforms, or are more than one takes. */
@Injectable()
export class SplitNotice {
  constructor(
    private readonly books: Books,
    private readonly drafts: NewDrafts,
    private readonly plan: SplitPlan,
    private readonly file: NoticeFile,
  ) {}

  /** Answers the new drafts. All of them are there, or none is: no address is in two, and none is lost. */
  async run({ by, ...which }: Splitting): Promise<readonly Notice[]> {
    const terms = await this.plan.terms();
    const whole = await this.file.whole(which.id);
    const { capturesAsked } = whole;
    return this.books.together(by, async (books) => {
      const before = await books.notices.get(which.id);
      if (before.caseId === null) throw new RuleViolation('notice.without-case');
      const { kept, others } = split(before, terms(before));
      const content = withoutMoved(kept, enclosableFiles(whole));
      await books.notices.change(which, (notice) => notice.describe(content, kept.items, by));
      const made: Notice[] = [];
      for (const part of others) made.push(await this.begin(books, before, { part, by, capturesAsked }));
      return made;
    });
  }

  /** What was seen of an item goes with it, what was asked of it is asked again, and own files lie beside each part. */
  private async begin(
    books: OpenBooks,
    from: Notice,
    { part, by, capturesAsked }: { part: Arisen; by: Splitting['by']; capturesAsked: readonly string[] },
  ): Promise<Notice> {
    const beginning = { caseId: from.caseId!, content: part.content, items: part.items, by };
    const notice = await this.drafts.add(books, beginning, (noticeId) => [
      { kind: 'notice-split', subject: 'notice', subjectId: from.id, facts: { noticeId } },
      ...part.items.filter(({ id }) => capturesAsked.includes(id)).map(({ id }) => asked(noticeId, id)),
    ]);
    await books.notices.change({ id: notice.id, quietly: true }, (one) => {
      for (const { id } of part.items) from.item(id).observations.forEach((seen) => one.observe(id, seen));
    });
    await this.shareFiles(books, from.id, notice.id, by.userId);
    return notice;
  }

  private async shareFiles(books: OpenBooks, from: string, to: string, by: string): Promise<void> {
    const now = await books.now();
    for (const { digest, kind, size, mediaType, name, provenance } of await books.evidence.attached(from)) {
      const facts = { id: this.drafts.newId(), digest, kind, size, mediaType, name, provenance };
      await books.evidence.attach(to, EvidenceItem.stored(facts, now, by));
    }
  }
}

/** Files that show an item which goes elsewhere no longer go along. */
function withoutMoved({ content, items }: Arisen, files: readonly EnclosableFile[]): NoticeContent {
  const moved = files.filter(({ itemId }) => itemId !== null && !items.some(({ id }) => id === itemId));
  return moved.reduce((left, { digest }) => withoutEnclosure(left, digest), content);
}

const asked = (noticeId: string, itemId: string): DomainEvent => ({
  ...{ kind: 'capture-requested', subject: 'notice', subjectId: noticeId, facts: { itemId } },
});
