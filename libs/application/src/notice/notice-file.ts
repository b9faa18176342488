import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Message } from '#domain/correspondence/message.js';
import type { CaptureReason, CaptureState } from '#domain/evidence/capture-reason.js';
import type { CapturePolicy } from '#domain/evidence/capture-policy.js';
import type { Arising } from '#domain/notice/notice-answers.js';
import type { NoticeStatus } from '#domain/notice/notice-status.js';
import type { Notice } from '#domain/notice/notice.js';

/** A stored file of a capture, as a page or file names it. */
export interface EvidenceEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
}

/** A file a person added beside a notice. */
export interface AttachmentEntry extends EvidenceEntry {
  /** The person's id, and when they added it. */
  readonly by: string;
  readonly at: Date;
}

/** A capture with its stored files. */
export interface CaptureEntry {
  readonly id: string;
  readonly itemId: string;
  readonly url: string;
  readonly policy: CapturePolicy;
  readonly state: CaptureState;
  readonly reasons: readonly CaptureReason[];
  readonly httpStatus: number | null;
  readonly finalUrl: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Software and version that made its files; empty when it made none. */
  readonly madeWith: string;
  readonly manifestSha256: string | null;
  readonly evidence: readonly EvidenceEntry[];
}

/** A notice of the same case that this one came from, or that came from it. */
export interface RelatedNotice {
  readonly id: string;
  readonly reference: string;
  readonly status: NoticeStatus;
  /** How the later of the two came about. */
  readonly as: Arising;
  /** Whether this one came from it, or it from this one. */
  readonly is: 'origin' | 'offspring';
}

/** A notice with all that belongs to it. */
export interface WholeNotice {
  readonly notice: Notice;
  readonly deliveries: readonly Delivery[];
  /** Captures, and the items of which one is asked for but not made yet. */
  readonly captures: readonly CaptureEntry[];
  readonly capturesAsked: readonly string[];
  /** Files people added and nobody took away, oldest first. */
  readonly attachments: readonly AttachmentEntry[];
  /** The one it came from first, then those that came from it, oldest first. */
  readonly related: readonly RelatedNotice[];
  readonly messages: readonly Message[];
}

/** Everything about one notice, to show or to hand over. */
export abstract class NoticeFile {
  /** Refuses with `notice.not-found`. */
  abstract whole(noticeId: string): Promise<WholeNotice>;
  abstract letter(digest: string): Promise<Letter | null>;
  /** A stored file and the notice it belongs to, or null. */
  abstract evidence(evidenceId: string): Promise<(EvidenceEntry & { readonly noticeId: string }) | null>;
}
