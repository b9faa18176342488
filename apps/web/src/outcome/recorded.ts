import type { ConfirmedOutcome } from '#application/outcome/decide-notice.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Destination } from '../frame/forms.js';

/** Back to the notice; says so where something decided later stays in force. */
export function recorded(notice: Notice, outcomes: readonly ConfirmedOutcome[]): Destination {
  const inForce = outcomes.every(({ itemId, code }) => notice.item(itemId).latest?.code === code);
  const say = inForce ? 'outcome.recorded' : 'outcome.recorded-beside';
  return { to: `/notices/${notice.id}`, say, facts: { reference: notice.reference } };
}
