import type { MessageRow } from '#application/correspondence/inbox.js';
import type { NoticeChoice, NoticeRow } from '#application/notice/notice-list.js';
import { NOTICE_STATUSES } from '#domain/notice/notice-status.js';
import { messageRowView } from '../correspondence/message-row.view.js';
import { noticeRowView } from '../notice/notice-row.view.js';

export const WORK_KEYS = [
  'unknown',
  'withdrawals',
  'forms',
  'tasks',
  'answers',
  'returned',
  'approved',
  'silent',
  'untold',
  'drafts',
] as const;
export type WorkKey = (typeof WORK_KEYS)[number];

/** The parts of the inbox that are work. */
type WorkPart = 'task' | 'answer';

/** One list of things that wait: a part of the inbox, or the notices that fit a filter. */
export type WorkList = { readonly key: WorkKey } & (
  | { readonly kind: 'messages'; readonly show: WorkPart; readonly view: (row: MessageRow) => object }
  | {
      readonly kind: 'notices';
      readonly filter: NoticeChoice;
      readonly view: (row: NoticeRow) => object;
    }
);

const messages = (key: WorkKey, show: WorkPart): WorkList => ({ key, kind: 'messages', show, view: messageRowView });

const notices = (key: WorkKey, filter: Partial<NoticeChoice>): WorkList => ({
  key,
  kind: 'notices',
  filter: {
    statuses: NOTICE_STATUSES,
    deliveryState: null,
    class: null,
    origin: 'desk',
    returned: false,
    notAsked: false,
    ...filter,
  },
  view: noticeRowView,
});

/** In the order in which they press; what an earlier administration left unanswered is in the figures, not in the work. */
export const LISTS: readonly WorkList[] = [
  notices('unknown', { deliveryState: 'unknown' }),
  notices('withdrawals', { statuses: ['withdrawn'], withdrawalUntold: true }),
  notices('forms', { waitsAsForm: true }),
  messages('tasks', 'task'),
  messages('answers', 'answer'),
  notices('returned', { statuses: ['draft', 'ready'], returned: true, notAsked: true }),
  notices('approved', { statuses: ['approved'] }),
  notices('silent', { statuses: ['sent', 'acknowledged'], class: 'no-response' }),
  notices('untold', { untold: true }),
  notices('drafts', { statuses: ['draft', 'ready'], notAsked: true }),
];

/** Those of notices, which are asked for together. */
export const NOTICE_LISTS = LISTS.filter((list) => list.kind === 'notices');
