import type { MessageRow } from '#application/correspondence/inbox.js';
import type { NoticeRow } from '#application/notice/notice-list.js';
import { mandateOn } from '#domain/case/mandate.js';
import { dayIn } from '#domain/instant.js';
import { isBeingWritten } from '#domain/notice/notice-status.js';
import type { FramedCase } from './case-frame.js';

/** One thing that waits for people; `case-tasks.<kind>` says what. */
interface Task {
  readonly kind: 'unknown' | 'question' | 'answer' | 'silent' | 'unsent' | 'mandate';
  readonly href: string;
  /** What it is about. */
  readonly text: string;
  readonly at: Date | string;
}

const ASKS = ['question', 'confirmation-required'];

/** What waits for people in a case, in the order in which it presses; nothing of it is stored. */
export function tasksOf(
  { file, today }: FramedCase,
  notices: readonly NoticeRow[],
  messages: readonly MessageRow[],
): readonly Task[] {
  const open = messages.filter(({ handledAs }) => handledAs === null);
  const mandate = mandateOn(file.content, dayIn(today.now, today.calendar.zone));
  return [
    ...notices.filter(({ deliveryState }) => deliveryState === 'unknown').map(noticeTask('unknown')),
    ...open.filter(asks).map(messageTask('question')),
    ...open.filter((message) => !asks(message)).map(messageTask('answer')),
    ...notices.filter(isSilent).map(noticeTask('silent')),
    ...notices.filter(({ status }) => isBeingWritten(status)).map(noticeTask('unsent')),
    ...(mandate.kind === 'ended' && file.status === 'open' ? [mandateTask(file.id, file.reference, mandate.on)] : []),
  ];
}

const asks = ({ meaning }: MessageRow): boolean => ASKS.includes(meaning ?? '');

const isSilent = ({ status, class: standing }: NoticeRow): boolean =>
  ['sent', 'acknowledged'].includes(status) && standing === 'no-response';

const noticeTask =
  (kind: Task['kind']) =>
  ({ id, reference, sentAt, createdAt }: NoticeRow): Task => ({
    ...{ kind, href: `/notices/${id}`, text: reference, at: sentAt ?? createdAt },
  });

const messageTask =
  (kind: Task['kind']) =>
  ({ id, noticeReference, receivedAt }: MessageRow): Task => ({
    ...{ kind, href: `/inbox/${id}`, text: noticeReference ?? '', at: receivedAt },
  });

const mandateTask = (id: string, reference: string, on: string): Task => ({
  ...{ kind: 'mandate', href: `/cases/${id}/edit`, text: reference, at: on },
});
