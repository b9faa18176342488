import { RuleViolation } from '../rule-violation.js';
import type { Outcome } from '../outcome/outcome.js';
import type { ContentType } from './codes.js';

/** What we saw ourselves at the address, apart from what the platform says. */
export interface Observation {
  readonly at: string;
  readonly seen: 'there' | 'gone' | 'blocked' | 'unclear';
  readonly httpStatus: number | null;
  readonly captureId: string | null;
}

/** What a person fills in about one piece of information. */
export interface ContentItemDraft {
  readonly id: string;
  /** The exact electronic location as given (Art. 16(2)(b)). */
  readonly url: string;
  /** The same address in one canonical form, to recognise it in answers and earlier notices. */
  readonly canonicalUrl: string;
  readonly contentType: ContentType;
  /** Where inside the page: a time in a video, a comment id, a user name; empty when the address says enough. */
  readonly locator: string;
  /** The day (ISO) it was put there, as far as anybody told; null where nobody knows. */
  readonly postedOn: string | null;
}

/** The items of a notice in their order. */
export type ItemDrafts = readonly ContentItemDraft[];

/** One piece of information at one exact location, with what the platform said and what we saw, both as histories. */
export class ContentItem {
  readonly id!: string;
  readonly noticeId!: string;
  readonly position!: number;
  readonly url!: string;
  readonly canonicalUrl!: string;
  readonly contentType!: ContentType;
  readonly locator!: string;
  readonly postedOn!: string | null;
  private _outcomes: readonly Outcome[] = [];
  private _observations: readonly Observation[] = [];
  private _firstDecidedAt: Date | null = null;

  private constructor() {}

  /** The item with this id; refuses an id that is not among them. */
  static among(items: readonly ContentItem[], itemId: string): ContentItem {
    const found = items.find((item) => item.id === itemId);
    if (!found) throw new RuleViolation('notice.no-such-item', { itemId });
    return found;
  }

  /** Items in the order of a notice; one that was `present` under its id keeps what was seen of it. */
  static inOrder(noticeId: string, drafts: ItemDrafts, present: readonly ContentItem[]): ContentItem[] {
    const known = (id: string) => present.find((one) => one.id === id);
    return drafts.map((draft, index) => ContentItem.at(noticeId, index + 1, draft, known(draft.id)));
  }

  /** An item at its place in a notice; what was seen at its address before (`present`) stays with it. */
  static at(noticeId: string, position: number, draft: ContentItemDraft, present?: ContentItem): ContentItem {
    const _observations = present?.url === draft.url ? present.observations : [];
    return Object.assign(new ContentItem(), draft, { noticeId, position, _observations });
  }

  get outcomes(): readonly Outcome[] {
    return this._outcomes;
  }

  get observations(): readonly Observation[] {
    return this._observations;
  }

  /** The decision in force, or null while there is none: the latest by its own date, of equals the last recorded. */
  get latest(): Outcome | null {
    return this._outcomes.reduce<Outcome | null>(
      (best, next) => (decidedTime(next) >= decidedTime(best) ? next : best),
      null,
    );
  }

  /** When the platform first decided about it; null while undecided or where nobody knows when. */
  get firstDecidedAt(): Date | null {
    return this._firstDecidedAt;
  }

  /** Adds what the platform decided; earlier decisions stay. */
  decide(outcome: Outcome): void {
    this._outcomes = [...this._outcomes, outcome];
    this._firstDecidedAt = earliest(this._outcomes.map((one) => one.decidedAt));
  }

  /** Adds what we saw; earlier observations stay. */
  observe(observation: Observation): void {
    this._observations = [...this._observations, observation];
  }
}

/** The earliest of the moments; null as soon as one of them is unknown, for it may have been the first. */
const earliest = (moments: readonly (string | null)[]): Date | null =>
  moments.includes(null) ? null : new Date(Math.min(...moments.map((moment) => Date.parse(moment!))));

const decidedTime = (outcome: Outcome | null): number =>
  outcome?.decidedAt ? Date.parse(outcome.decidedAt) : Number.NEGATIVE_INFINITY;
