import type { NoticeStatus } from '#domain/notice/notice-status.js';
import { isWithdrawalUntold } from '#domain/notice/withdrawal.js';
import type { WholeNotice } from '#application/notice/notice-file.js';

/** What a person should do now: a word the page explains, and where it concerns one thing, which. */
export interface NextStep {
  readonly kind:
    | 'complete'
    | 'returned'
    | 'asked'
    | 'approved'
    | 'check'
    | 'unknown-delivery'
    | 'failed-delivery'
    | 'withdrawal-untold'
    | 'hand-in'
    | 'waiting-to-leave'
    | 'answer'
    | 'waiting'
    | 'close'
    | 'none';
  readonly deliveryId: string | null;
  readonly messageId: string | null;
}

const step = (kind: NextStep['kind'], about: Partial<NextStep> = {}): NextStep => ({
  kind,
  deliveryId: null,
  messageId: null,
  ...about,
});

/** It can still be written on before it leaves. */
const isWritten = (status: NoticeStatus): boolean => status === 'draft' || status === 'ready';

type Rule = (whole: WholeNotice, isComplete: boolean) => NextStep | undefined;

/** Asked in this order; the first that has something to say says it. */
const RULES: readonly Rule[] = [
  ({ deliveries }) => {
    const form = deliveries.find((one) => one.format === 'form-sheet' && one.state === 'queued');
    return form && step('hand-in', { deliveryId: form.id });
  },
  ({ deliveries }) => {
    const unknown = deliveries.find((delivery) => delivery.state === 'unknown');
    return unknown && step('unknown-delivery', { deliveryId: unknown.id });
  },
  ({ notice, deliveries }) => (isWithdrawalUntold(notice, deliveries) ? step('withdrawal-untold') : undefined),
  ({ messages }) => {
    const open = messages.find((message) => message.handledAt === null);
    return open && step('answer', { messageId: open.id });
  },
  ({ notice }) =>
    notice.status === 'draft' && notice.approval.judged?.kind === 'returned' ? step('returned') : undefined,
  ({ notice }, isComplete) => (isWritten(notice.status) && !isComplete ? step('complete') : undefined),
  ({ notice }) => (notice.status === 'ready' && notice.approval.asked !== null ? step('asked') : undefined),
  ({ notice }) => (notice.status === 'approved' ? step('approved') : undefined),
  ({ notice, deliveries }) => {
    const failed = deliveries.at(-1)?.state === 'failed';
    return notice.status === 'ready' && failed ? step('failed-delivery') : undefined;
  },
  ({ notice }) => (notice.status === 'draft' || notice.status === 'ready' ? step('check') : undefined),
  ({ notice, deliveries }) => {
    const last = deliveries.at(-1);
    return notice.status === 'submitted' ? step('waiting-to-leave', { deliveryId: last?.id ?? null }) : undefined;
  },
  ({ notice }) => (notice.status === 'sent' || notice.status === 'acknowledged' ? step('waiting') : undefined),
  ({ notice }) => (notice.status === 'decided' && notice.origin === 'desk' ? step('close') : undefined),
];

/** The one obvious next step of a notice. */
export function nextStep(whole: WholeNotice, isComplete: boolean): NextStep {
  for (const rule of RULES) {
    const found = rule(whole, isComplete);
    if (found) return found;
  }
  return step('none');
}
