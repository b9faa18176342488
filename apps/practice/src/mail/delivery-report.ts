// RFC 3464 (delivery status notifications) in the frame of RFC 6522 (multipart/report), codes of RFC 3463.
import { characters, dice } from '../seeded.js';
import type { AnswerCase, Letter } from './letter.js';
import { assemble, mailDate, multipart, textPart, type Header, type Part, type ReadyMail } from './mime.js';

interface Report {
  readonly action: 'failed' | 'delayed';
  readonly status: string;
  readonly diagnostic: string;
}

const REPORTS: Readonly<Record<string, Report>> = {
  bounce: { action: 'failed', status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 No such user here' },
  'mailbox-full': { action: 'failed', status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 Mailbox full' },
  delayed: { action: 'delayed', status: '4.4.1', diagnostic: 'smtp; 451 4.4.1 No answer from host' },
};

/** The mail system's own report to the envelope sender of the notice, from the empty sender. */
export function composeReport(answerCase: AnswerCase, letter: Letter, messageId: string): ReadyMail {
  const { notice, at, seed, answer } = answerCase;
  const to = notice.envelopeFrom || notice.replyTo;
  const report = REPORTS[answerCase.kind] ?? REPORTS['bounce'];
  if (!report) throw new Error('no report of that kind');
  const boundary = `=_report_${characters(dice(seed, 'report', notice.number, answer.id), 20)}`;
  const frame = multipart('report', boundary, [
    textPart('text/plain', [...letter.paragraphs, report.diagnostic].join('\n\n') + '\n'),
    statusPart(answerCase, report),
    headersPart(notice.headerLines),
  ]);
  const headers: Header[] = [
    ['From', 'Mail Delivery System <mailer-daemon@practice.example>'],
    ['To', `<${to}>`],
    ['Subject', letter.subject],
    ['Date', mailDate(at)],
    ['Message-ID', messageId],
    ['Auto-Submitted', 'auto-replied'],
  ];
  const raw = assemble(headers, reportType(frame));
  return { raw, envelope: { from: '', to }, messageId, subject: letter.subject };
}

function reportType(frame: Part): Part {
  const headers = frame.headers.map(
    ([name, value]) =>
      [name, value.replace('multipart/report;', 'multipart/report; report-type=delivery-status;')] as const,
  );
  return { ...frame, headers };
}

function statusPart({ notice, at }: AnswerCase, report: Report): Part {
  const lines = [
    'Reporting-MTA: dns; mx.practice.example',
    `Arrival-Date: ${mailDate(new Date(notice.receivedAt))}`,
    '',
    `Final-Recipient: rfc822; ${notice.recipient}`,
    `Action: ${report.action}`,
    `Status: ${report.status}`,
    `Diagnostic-Code: ${report.diagnostic}`,
    `Last-Attempt-Date: ${mailDate(at)}`,
    '',
  ];
  return { headers: [['Content-Type', 'message/delivery-status']], body: lines.join('\r\n') };
}

function headersPart(headerLines: string): Part {
  const body = `${headerLines.trim().replace(/\r?\n/g, '\r\n')}\r\n`;
  return { headers: [['Content-Type', 'text/rfc822-headers']], body };
}
