import type { LetterFormat } from '../correspondence/letter.js';
import type { Meaning } from '../correspondence/reading.js';
import type { Organisation } from '../access/organisation.js';
import type { Observation } from '../notice/content-item.js';
import type { ChannelKind, ContentType, LetterLanguage, Line, Measure, Origin, Regime } from '../notice/codes.js';
import type { Outcome } from '../outcome/outcome.js';
import type { FollowUpFigures } from '../statistics/figures.js';

/** A code with the name people know it by. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * Everything that goes into a dossier, as plain JSON: instants are ISO 8601 in UTC, days `YYYY-MM-DD`, digests SHA-256 in
 * hex. No help-seeker, person affected, uploader or caseworker occurs in it (promise 7). Content after law.md §8.2.
 */
export interface DossierFacts {
  /** `E-2026-0007`, or for a provider over a period `<code>-<from>-<to>`; also the name of the bag's folder. */
  readonly reference: string;
  readonly kind: 'escalation' | 'provider';
  /** IANA zone in which days begin and end. */
  readonly zone: string;
  /** First and last day of sending, both included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly complainant: Complainant;
  readonly provider: DossierProvider;
  /** What the complaint says and asks, in a person's words; null where only facts are handed over. */
  readonly statement: DossierStatement | null;
  readonly timeAllowedDays: Organisation['timeAllowedDays'];
  /** Follow-up figures of this provider at the moment of the dossier; `groups` by platform. */
  readonly figures: FollowUpFigures;
  /** The same for all other platforms together in the same period; null where there were none. */
  readonly comparison: FollowUpFigures | null;
  readonly notices: readonly DossierNotice[];
}

/** Who hands the file over, and in which capacity (Art. 22 and 53 DSA). */
export interface Complainant extends Pick<
  Organisation,
  'name' | 'deskName' | 'deskEmail' | 'postalAddress' | 'country' | 'languages' | 'coordinator' | 'designation'
> {
  readonly legalForm: string | null;
}

/** Whom it is about (Art. 58(3)(a) DSA), and through which contact points it was reached. */
export interface DossierProvider extends Named {
  readonly legalEntity: string;
  /** ISO 3166 alpha-2 of establishment in the Union; null where unknown. */
  readonly country: string | null;
  readonly coordinator: string | null;
  readonly platforms: readonly (Named & { readonly vlop: string | null })[];
  readonly contactPoints: readonly DossierContactPoint[];
}

/** A way to reach the provider: its points of contact (Art. 11 and 12) or a channel for notices (Art. 16). */
export interface DossierContactPoint {
  readonly kind: 'article-11' | 'article-12' | ChannelKind;
  readonly platform: string;
  readonly address: string;
  readonly verifiedOn: string | null;
}

/** What a person wrote for the regulator: reasons, steps tried, what is asked (law.md §8.2 nos. 7, 9, 10, 11). */
export interface DossierStatement {
  readonly reasons: string;
  readonly effects: string;
  readonly stepsTried: readonly { readonly on: string; readonly what: string }[];
  readonly measureAsked: string;
  readonly urgency: string;
  readonly otherProceedings: readonly string[];
}

/** One notice with all that is known of it. */
export interface DossierNotice {
  readonly reference: string;
  readonly regime: Regime;
  readonly origin: Origin;
  readonly line: Line;
  readonly platform: Named;
  readonly channel: ChannelKind | null;
  readonly language: LetterLanguage;
  readonly measure: Measure;
  /** `STATEMENT_CATEGORY_…`. */
  readonly category: string | null;
  readonly grounds: readonly DossierGround[];
  readonly sentAt: string;
  readonly acknowledgedAt: string | null;
  /** The provider's own number for it. */
  readonly theirReference: string | null;
  readonly allowedUntil: string;
  readonly withdrawnAt: string | null;
  readonly items: readonly DossierItem[];
  /** What happened besides mails, decisions, observations and captures. */
  readonly happened: readonly DossierHappening[];
  readonly correspondence: readonly DossierMail[];
  readonly captures: readonly DossierCapture[];
}

export interface DossierGround {
  readonly code: string;
  readonly law: string;
  readonly article: string;
  readonly titleNl: string;
  readonly titleEn: string;
}

/** One content item; `locator` says where inside the page, empty when the address says enough. */
export interface DossierItem {
  readonly position: number;
  readonly url: string;
  readonly contentType: ContentType;
  readonly locator: string;
  /** The day (ISO) it was put there; absent where nobody knows. */
  readonly postedOn?: string;
  readonly outcomes: readonly DossierOutcome[];
  readonly observations: readonly Pick<Observation, 'at' | 'seen' | 'httpStatus'>[];
}

/** A decision without who recorded it and without free text. */
export type DossierOutcome = Omit<Outcome, 'messageId' | 'recordedBy' | 'reason'>;

export const HAPPENINGS = [
  'reminded',
  'delivery-failed',
  'delivery-unknown',
  'complaint-lodged',
  'complaint-decided',
  'dispute-lodged',
  'dispute-decided',
  'contact-point-approached',
] as const;

export interface DossierHappening {
  readonly at: string;
  readonly kind: (typeof HAPPENINGS)[number];
  /** Position of the item it is about; null for the whole notice. */
  readonly item: number | null;
}

/** What a mail of ours was for. */
export const SENT_MEANINGS = ['notice', 'reminder', 'answer', 'withdrawal'] as const;

/** One mail, kept byte for byte; its bytes are asked for by digest. */
export interface DossierMail {
  readonly direction: 'in' | 'out';
  readonly at: string;
  readonly meaning: Meaning | (typeof SENT_MEANINGS)[number];
  readonly sha256: string;
  readonly bytes: number;
  /** What it is made of, where it is no mail. */
  readonly format?: Exclude<LetterFormat, 'mail'>;
}

/** One capture of one page, with the files kept of it. */
export interface DossierCapture {
  /** Position of the item it shows. */
  readonly item: number;
  readonly url: string;
  readonly state: string;
  readonly reasons: readonly string[];
  readonly policy: string;
  readonly httpStatus: number | null;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly madeWith: string;
  readonly files: readonly DossierFile[];
}

export interface DossierFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Who may read it: the regulator, or everybody (no correspondence, no evidence, no URL paths). */
export const DOSSIER_VERSIONS = ['confidential', 'public'] as const;
export type DossierVersion = (typeof DOSSIER_VERSIONS)[number];
