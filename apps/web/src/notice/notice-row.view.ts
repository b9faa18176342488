import type { NoticeRow } from '#application/notice/notice-list.js';

/** A notice as a row of a table: its standing once it is sent, its status before. */
export function noticeRowView({
  id,
  reference,
  platformName,
  status,
  class: standing,
  partly,
  items,
  sentAt,
  createdAt,
  ...row
}: NoticeRow) {
  const { caseReference, caseId, deliveryState, formSince } = row;
  return {
    id,
    reference,
    platformName,
    status,
    standing,
    partly,
    items,
    sentAt,
    createdAt,
    caseReference,
    caseId,
    deliveryState,
    formSince,
  };
}
