// RFC 5965 (ARF), and the reports of providers that came before it.
import { header } from '../parsed-mail.js';
import { contentType } from '../reply-text.js';
import type { Reader } from './reader.js';
import { saidWith } from '../said.js';

const OLD_SUBJECT = saidWith('i')`
    ^(?:\[[^\]]{1,40}\] ?)?(?:email feedback report|complaint about message from|abuse report|spam report
    |feedback loop)\b
  `;

/** A mailbox provider reports that one of its users called our mail unwanted. */
export const feedbackReport: Reader = ({ mail }) => {
  const rule = feedbackSign();
  return rule === undefined ? undefined : { meaning: 'feedback-report', confidence: 0.99, because: [rule] };

  function feedbackSign(): string | undefined {
    if (mail.feedbackReport !== null) return 'message/feedback-report part';
    if (contentType(mail).includes('feedback-report')) return 'report-type=feedback-report';
    if (header(mail, 'x-hmxmroriginalrecipient') !== '' || header(mail, 'x-hmxm-original-recipient') !== '')
      return 'Hotmail complaint headers';
    if (header(mail, 'x-apple-unsubscribe') !== '') return 'X-Apple-Unsubscribe';
    if (
      OLD_SUBJECT.test(mail.subject) &&
      (mail.original !== null || /\bfeedback|\babuse|\bstaff@hotmail/.test(mail.from[0]?.address ?? ''))
    )
      return `subject: "${mail.subject.slice(0, 80)}"`;
    return undefined;
  }
};
