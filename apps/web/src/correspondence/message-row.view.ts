import type { MessageRow } from '#application/correspondence/inbox.js';
import { classOf, isDecisionCode } from '#domain/outcome/outcome-code.js';

/** A message as a row of a table. */
export function messageRowView(row: MessageRow) {
  const { id, receivedAt, from, subject, state, outcome, noticeId, noticeReference, platformName } = row;
  const { handledAs, trouble } = row;
  return {
    ...{ id, receivedAt, from, subject, state, outcome, noticeId, noticeReference, platformName, handledAs, trouble },
    meaning: row.meaning ?? 'unread',
    standing: outcome !== null && isDecisionCode(outcome) ? classOf(outcome) : null,
  };
}
