import type { CaseView } from './case-list.js';
import type { Confidentiality } from '#domain/case/case-file.js';
import type { SearchKind, SearchQuestion } from '#domain/case/search-question.js';
import type { ContentType, Line } from '#domain/notice/codes.js';
import type { NoticeStatus } from '#domain/notice/notice-status.js';
import type { OutcomeClass } from '#domain/outcome/outcome-code.js';

/** A piece of text around what was found; `hit` marks the words themselves. */
export interface Snippet {
  /** ISO 639-1 of the text, or null where nobody knows. */
  readonly language: string | null;
  readonly parts: readonly { readonly text: string; readonly hit: boolean }[];
}

/** A case that was found; of one that may be known and not read, there is no snippet. */
export interface CaseHit {
  readonly id: string;
  readonly reference: string;
  readonly line: Line;
  readonly confidentiality: Confidentiality;
  readonly status: 'open' | 'closed';
  readonly at: Date;
  readonly snippet: Snippet | null;
}

/** A notice that was found by its reference, the platform's number or its explanation. */
export interface NoticeHit {
  readonly id: string;
  readonly reference: string;
  readonly platformName: string | null;
  readonly status: NoticeStatus;
  readonly class: OutcomeClass | null;
  readonly partly: boolean;
  readonly at: Date;
  readonly snippet: Snippet | null;
}

/** One address in a notice. */
export interface AddressHit {
  readonly noticeId: string;
  readonly noticeReference: string;
  readonly contentType: ContentType;
  readonly locator: string;
  readonly status: NoticeStatus;
  readonly class: OutcomeClass | null;
  readonly at: Date;
  /** The address in the form in which addresses are compared. */
  readonly snippet: Snippet;
}

/** A mail that was found by its subject, sender or text. */
export interface MessageHit {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly noticeReference: string | null;
  readonly at: Date;
  readonly snippet: Snippet | null;
}

export interface PlatformHit {
  readonly code: string;
  readonly name: string;
  readonly legalEntity: string;
}

export interface GroundHit {
  readonly code: string;
  readonly article: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly validTo: string | null;
}

/** What each group holds. */
export interface Hits {
  readonly cases: CaseHit;
  readonly notices: NoticeHit;
  readonly addresses: AddressHit;
  readonly messages: MessageHit;
  readonly platforms: PlatformHit;
  readonly grounds: GroundHit;
}

/** What was found of one kind, newest first. There is no total: it would count what somebody may not know of. */
export interface HitGroup<K extends SearchKind = SearchKind> {
  readonly kind: K;
  readonly rows: readonly Hits[K][];
  readonly more: boolean;
  /** True when looking took too long and was broken off: what is here is not all there is. */
  readonly cut: boolean;
}

/** What is looked for, and how much of it is wanted. */
export interface SearchWish {
  readonly question: SearchQuestion;
  /** Not of these, because the person's role has no right to them. */
  readonly kinds: readonly SearchKind[];
  readonly since: Date | null;
  readonly page: number;
  readonly size: number;
}

/** What a search answers. */
export interface Found {
  readonly groups: readonly HitGroup[];
  /** True when the words stand in nearly every text, so that only references, addresses and names were looked at. */
  readonly onlyCommonWords: boolean;
}

/** Looks for what somebody may know of, and for nothing else. */
export abstract class DeskSearch {
  abstract find(wish: SearchWish, view: CaseView): Promise<Found>;
}
