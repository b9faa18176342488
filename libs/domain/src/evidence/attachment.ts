import type { AgeBand } from '../case/case-file.js';
import type { NoticeContent } from '../notice/notice-content.js';
import { RuleViolation } from '../rule-violation.js';
import { strictest, type CapturePolicy } from './capture-policy.js';
import { refuseUnlessKeepable, whyRefused } from './keeping.js';

/** Kinds of files the desk takes from a person: what it can tell by its bytes, and what runs nothing by itself. */
export const ATTACHMENT_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'text/plain',
  'video/mp4',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

const MEGABYTE = 1_000_000;

/** The largest file of each kind, in bytes; a video is kept for the regulator and mostly too large for a mail. */
export const LARGEST_ATTACHMENT: Readonly<Record<AttachmentType, number>> = {
  'image/png': 10 * MEGABYTE,
  'image/jpeg': 10 * MEGABYTE,
  'image/webp': 10 * MEGABYTE,
  'application/pdf': 10 * MEGABYTE,
  'text/plain': MEGABYTE,
  'video/mp4': 25 * MEGABYTE,
};

/** The most own files beside one notice, and the most that are taken at once. */
export const MOST_ATTACHMENTS = 20;
export const MOST_AT_ONCE = 10;

/** What must be known of a notice before a file may come near it. */
export interface AttachTerms {
  readonly content: NoticeContent;
  /** The capture policies of its grounds. */
  readonly policies: readonly CapturePolicy[];
  /** Of the person affected, as the case has it. */
  readonly age: AgeBand;
}

/** Whether own files may be kept beside a notice at all: what can be seen and every ground have to allow it. */
export function refuseUnlessAttachable({ content, policies, age }: AttachTerms): void {
  refuseUnlessKeepable(content.answers, age, 'attachment');
  if (policies.length === 0) throw new RuleViolation('attachment.no-ground');
  if (strictest(policies) === 'forbidden') throw new RuleViolation('attachment.forbidden');
}

/** Why no file may be kept beside a notice, as the code of a rule; null where one may. */
export const whyNotAttachable = (terms: AttachTerms): string | null =>
  whyRefused(() => {
    refuseUnlessAttachable(terms);
  });

/** Where a ground keeps no more of a page than its facts, no picture of it is taken in by another door. */
export function refuseKind({ policies }: AttachTerms, type: AttachmentType, name: string): void {
  if (strictest(policies) === 'metadata' && type !== 'text/plain') {
    throw new RuleViolation('attachment.text-only', { name });
  }
}
