import { groundsFor } from '../ground/ground-items.js';
import { RuleViolation } from '../rule-violation.js';
import { answersFor, aroseFrom, draftOf, type Arisen } from './arising.js';
import type { ContentItem } from './content-item.js';
import { ofAnotherPlatform } from './notice-answers.js';
import type { Notice } from './notice.js';

/** Where an address belongs, and how many addresses a platform takes at once; null where nobody knows. */
export interface SplitTerms {
  platformOf(url: string): string | null;
  mostAt(platformCode: string): number | null;
}

/** One of the notices a draft falls into: for one platform, and with no more addresses than it takes. */
export interface SplitPart {
  readonly platformCode: string | null;
  readonly items: readonly ContentItem[];
}

/**
 * Into which notices a draft falls; its own platform comes first, the others in the order of their first address. An address
 * of which nobody knows the platform stays with the platform the draft is for. Every item is in exactly one part.
 */
export function splitParts({ content, items }: Notice, terms: SplitTerms): SplitPart[] {
  const groups = new Map<string | null, ContentItem[]>([[content.platformCode, []]]);
  for (const item of items) {
    const code = terms.platformOf(item.url) ?? content.platformCode;
    groups.set(code, [...(groups.get(code) ?? []), item]);
  }
  return [...groups]
    .filter(([, group]) => group.length > 0)
    .flatMap(([platformCode, group]) => {
      const most = (platformCode === null ? null : terms.mostAt(platformCode)) ?? group.length;
      return slices(group, Math.max(1, most)).map((part) => ({ platformCode, items: part }));
    });
}

/** What the draft itself keeps, and what each new one begins with. Items keep their ids, and so what was captured of them. */
export function split(
  notice: Notice,
  parts: readonly SplitPart[],
): { readonly kept: Arisen; readonly others: Arisen[] } {
  if (notice.status !== 'draft')
    throw new RuleViolation('notice.status-cannot-follow', { from: notice.status, to: 'draft' });
  const [first, ...rest] = parts;
  if (!first || rest.length === 0) throw new RuleViolation('notice.nothing-to-split');
  const own = partOf(notice, first);
  return { kept: own, others: rest.map((part) => asAnother(notice, partOf(notice, part))) };
}

/** At the draft's own platform all stays as it was answered; elsewhere is another service, and nobody ticked anything for it. */
function partOf({ content }: Notice, { platformCode, items }: SplitPart): Arisen {
  const grounds = groundsFor(content.grounds, new Map(items.map(({ id }) => [id, id])));
  const drafts = items.map((item) => draftOf(item));
  if (platformCode === content.platformCode) return { content: { ...content, grounds }, items: drafts };
  const answers = ofAnotherPlatform(content.answers);
  return { content: { ...content, platformCode, channel: null, grounds, answers }, items: drafts };
}

/**
 * What somebody ticked for the letter of the draft was not ticked for this one. A part of a follow-up to the platform that was
 * written to before is one itself, and its letter says so.
 */
function asAnother(notice: Notice, { content, items }: Arisen): Arisen {
  const { arose } = content.answers;
  const from = arose?.as === 'follow-up' ? arose : aroseFrom(notice, 'split');
  return { content: { ...content, answers: answersFor(content.answers, from) }, items };
}

const slices = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
