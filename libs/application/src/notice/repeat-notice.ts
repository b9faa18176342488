import type { Actor } from '#domain/event.js';
import type { Arisen } from '#domain/notice/arising.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Books } from '../books.js';
import type { NewDrafts } from './new-drafts.js';

/** Which notice is written once more, and who asks. */
export interface Repeating {
  readonly id: string;
  readonly by: Actor;
}

/** How one notice leads to another, and what the first remembers of it. */
interface Repetition extends Repeating {
  readonly kind: 'notice-copied' | 'notice-followed-up';
  readonly make: (notice: Notice, newId: () => string) => Arisen;
}

/** A notice that was taken over from before has no case to begin another in. */
export function repeat(books: Books, drafts: NewDrafts, { id, by, kind, make }: Repetition): Promise<Notice> {
  return books.together(by, async (open) => {
    const notice = await open.notices.get(id);
    if (notice.caseId === null) throw new RuleViolation('notice.without-case');
    const { content, items } = make(notice, () => drafts.newId());
    return drafts.add(open, { caseId: notice.caseId, content, items, by }, (noticeId) => [
      { kind, subject: 'notice', subjectId: id, facts: { noticeId } },
    ]);
  });
}
