import { groundsFor } from '../ground/ground-items.js';
import { classOf } from '../outcome/outcome-code.js';
import { RuleViolation } from '../rule-violation.js';
import type { ContentItem, ContentItemDraft } from './content-item.js';
import type { Arising, Arose, NoticeAnswers } from './notice-answers.js';
import type { NoticeContent } from './notice-content.js';
import type { Notice } from './notice.js';

/** What a notice that comes from another begins with. */
export interface Arisen {
  readonly content: NoticeContent;
  readonly items: readonly ContentItemDraft[];
}

/** The same matter once more, as a draft of its own; `newId` makes the ids of its items. */
export const copyOf = (notice: Notice, newId: () => string): Arisen => anew(notice, notice.items, 'copy', newId);

/** Writes again about what a platform left as it is; refuses where it never got the notice, or acted on all of it. */
export function followUpOf(notice: Notice, newId: () => string): Arisen {
  if (notice.moments.sentAt === null) throw new RuleViolation('notice.not-sent', { status: notice.status });
  if (notice.status === 'withdrawn') throw new RuleViolation('notice.withdrawn');
  const left = notice.items.filter(isLeft);
  if (left.length === 0) throw new RuleViolation('notice.nothing-to-follow-up');
  return anew(notice, left, 'follow-up', newId);
}

/** Whether an item still stands without action: undecided, refused, or not found while nobody says that it is gone. */
export function isLeft({ latest }: ContentItem): boolean {
  return latest === null || (classOf(latest.code) !== 'action-taken' && latest.code !== 'already-removed');
}

/** What another notice is to one that comes from it. */
export const aroseFrom = ({ id, reference, moments }: Notice, as: Arising): Arose => ({
  ...{ as, from: id, reference, sentAt: moments.sentAt?.toISOString() ?? null },
});

/** The notice this one follows up, as its platform knows it; one copied or split off says nothing of its origin. */
export const followedUp = ({ arose }: NoticeAnswers): { readonly reference: string; readonly sentAt: Date } | null =>
  arose?.as === 'follow-up' && arose.sentAt !== null
    ? { reference: arose.reference, sentAt: new Date(arose.sentAt) }
    : null;

/** An item as it is written, without what became of it. */
export const draftOf = (item: ContentItem, id = item.id): ContentItemDraft => {
  const { url, canonicalUrl, contentType, locator, postedOn } = item;
  return { id, url, canonicalUrl, contentType, locator, postedOn };
};

/**
 * The answers that may go over to another notice. What a named person said for one letter alone does not: data of the person
 * affected, files, the word for a channel; nor what was recorded of how the other ended.
 */
export function answersFor(answers: NoticeAnswers, arose: Arose): NoticeAnswers {
  const { shared: _data, enclosed: _files, channelWord: _word, ownReport: _report, ...kept } = answers;
  const { setAside: _setAside, withdrawal: _withdrawal, arose: _arose, ...rest } = kept;
  return { ...rest, shared: [], channelWord: null, arose };
}

/** Danger and scope are asked anew: what was so then may be otherwise now. */
function anew(notice: Notice, items: readonly ContentItem[], as: Arising, newId: () => string): Arisen {
  const ids = new Map(items.map(({ id }) => [id, newId()]));
  const { heeded: _heeded, ...answers } = answersFor(notice.content.answers, aroseFrom(notice, as));
  return {
    content: {
      ...notice.content,
      grounds: groundsFor(notice.content.grounds, ids),
      answers: { ...answers, danger: null, scope: null },
    },
    items: items.map((item) => draftOf(item, ids.get(item.id))),
  };
}
