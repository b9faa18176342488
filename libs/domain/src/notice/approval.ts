import type { ApprovalRule } from '../access/organisation.js';
import type { Actor } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { NoticeStatus } from './notice-status.js';

/** Who says something of which letter, and when (ISO 8601). */
export interface Word {
  readonly by: string;
  readonly at: string;
  readonly letterDigest: string;
}

/** The letter laid before a second person, and the version of the notice it was written from. */
export interface ApprovalAsked extends Word {
  readonly version: number;
}

/** What the second person said of it; the reason stays with the notice and never enters the log. */
export type Judgement = Word & ({ readonly kind: 'given' } | { readonly kind: 'returned'; readonly reason: string });

/** Who wrote a notice, whether a second person is asked, and what the last one said, also when that holds no more. */
export interface Approval {
  /** Ids of everybody who described, prepared or offered it; none of them can approve it. */
  readonly authors: readonly string[];
  readonly asked: ApprovalAsked | null;
  readonly judged: Judgement | null;
}

/** What decides whether approval is needed now. */
export interface ApprovalTerms {
  readonly rule: ApprovalRule;
  /** One of its authors, or who sends it, is still in training. */
  readonly inTraining: boolean;
}

export const APPROVAL_CAUSES = ['always', 'ground', 'in-training'] as const;
export type ApprovalCause = (typeof APPROVAL_CAUSES)[number];

/** Longest reason for returning a notice, in characters. */
export const LONGEST_REASON = 2_000;

/** Why a notice on these grounds needs a second person; nothing where it does not. */
export function approvalCauses({ rule, inTraining }: ApprovalTerms, grounds: readonly string[]): ApprovalCause[] {
  const applies: Record<ApprovalCause, boolean> = {
    always: rule.always,
    ground: grounds.some((ground) => rule.grounds.includes(ground)),
    'in-training': inTraining,
  };
  return APPROVAL_CAUSES.filter((cause) => applies[cause]);
}

/** Nobody wrote it yet. */
export const NOT_WRITTEN: Approval = { authors: [], asked: null, judged: null };

/** The same with one more author; the machine is no author. */
export function writtenBy(approval: Approval, by: Actor): Approval {
  if (by.kind !== 'user' || approval.authors.includes(by.userId)) return approval;
  return { ...approval, authors: [...approval.authors, by.userId] };
}

/** A change makes void what was asked or given; what was said last is kept, so that the next reader sees what changed. */
export const voided = (approval: Approval): Approval => ({ ...approval, asked: null });

/** Lays a letter before a second person, in place of an earlier one; who does so counts as an author. */
export function askedFor(approval: Approval, asked: ApprovalAsked): Approval {
  if (approval.asked?.letterDigest === asked.letterDigest) throw new RuleViolation('notice.approval-asked-already');
  return { ...writtenBy(approval, { kind: 'user', userId: asked.by, sessionId: null }), asked };
}

/** Takes a second person's word about exactly the letter that was asked about. */
export function judged(approval: Approval, judgement: Judgement): Approval {
  const { asked, authors } = approval;
  if (asked === null) throw new RuleViolation('notice.approval-not-asked');
  if (authors.includes(judgement.by)) throw new RuleViolation('notice.approval-by-author');
  if (asked.letterDigest !== judgement.letterDigest) throw new RuleViolation('letter.changed-since-preview');
  if (judgement.kind === 'given') return { ...approval, judged: judgement };
  const reason = judgement.reason.trim();
  if (reason === '') throw new RuleViolation('notice.return-reason-missing');
  if (reason.length > LONGEST_REASON)
    throw new RuleViolation('notice.return-reason-too-long', { longest: LONGEST_REASON });
  return voided({ ...approval, judged: { ...judgement, reason } });
}

/** What these rules look at of a notice. */
interface Leaving {
  readonly status: NoticeStatus;
  readonly approval: Approval;
  readonly content: { readonly grounds: readonly { readonly code: string }[] };
}

/** Digest of the letter that waits for a second person or was approved and has not left; null where there is none. */
export const standingLetter = ({ status, approval }: Pick<Leaving, 'status' | 'approval'>): string | null =>
  status === 'ready' || status === 'approved' ? (approval.asked?.letterDigest ?? null) : null;

/** Refuses to let a notice leave that needs approval and has none, or with another letter than the approved one. */
export function refuseUnapproved(
  { status, approval, content }: Leaving,
  letterDigest: string,
  terms: ApprovalTerms,
): void {
  if (status === 'approved') {
    if (approval.asked?.letterDigest !== letterDigest) throw new RuleViolation('letter.changed-since-preview');
    return;
  }
  if (status !== 'ready') return; // whether it may leave at all is for its life to say
  const codes = content.grounds.map((ground) => ground.code);
  const causes = approvalCauses(terms, codes);
  if (causes.length > 0) throw new RuleViolation('notice.approval-needed', { causes });
}
