import { OpenCase } from '#application/case/open-case.js';
import { SettleDelivery } from '#application/correspondence/settle-delivery.js';
import { SortMessage } from '#application/correspondence/sort-message.js';
import { OpenEscalation } from '#application/escalation/open-escalation.js';
import { RequestCapture } from '#application/evidence/request-capture.js';
import { CloseNotice } from '#application/notice/close-notice.js';
import { DescribeNotice } from '#application/notice/describe-notice.js';
import { ImportNotices } from '#application/notice/import-notices.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { RecallNotice } from '#application/notice/recall-notice.js';
import { RecordHistory } from '#application/notice/record-history.js';
import { RenderLetter } from '#application/notice/render-letter.js';
import { StartNotice } from '#application/notice/start-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { AcknowledgeNotice } from '#application/outcome/acknowledge-notice.js';
import { DecideNotice } from '#application/outcome/decide-notice.js';
import { FollowUp } from '#application/statistics/follow-up.js';

/** The acts a person or a command can do anywhere; those of the sender and the inbox live with the worker. */
export const ACTS = [
  OpenCase,
  StartNotice,
  DescribeNotice,
  RenderLetter,
  PreviewNotice,
  SubmitNotice,
  RecallNotice,
  PreviewWithdrawal,
  WithdrawNotice,
  CloseNotice,
  RecordHistory,
  ImportNotices,
  RequestCapture,
  SortMessage,
  SettleDelivery,
  AcknowledgeNotice,
  DecideNotice,
  OpenEscalation,
  FollowUp,
];
