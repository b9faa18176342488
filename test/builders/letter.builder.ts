import { createHash } from 'node:crypto';
import { NO_CLAIMS, type Letter } from '#domain/correspondence/letter.js';
import type { Notice } from '#domain/notice/notice.js';

/** A letter rendered from a notice as it is now, with bytes that differ per notice and per `n`. */
export function aLetter(notice: Notice, but: Partial<Letter> = {}, n = 1): Letter {
  const bytes = Buffer.from(
    `Subject: [${notice.reference}] letter ${n}\r\n\r\nW\u00f6rter und Bytes \u0000\u00ff\r\n`,
    'latin1',
  );
  const digest = createHash('sha256').update(bytes).digest('hex');
  const replyToken = digest.slice(0, 32);
  return {
    digest,
    noticeId: notice.id,
    purpose: 'notice',
    format: 'mail',
    noticeVersion: notice.version,
    bytes,
    messageId: `<${digest.slice(32)}@desk.practice.example>`,
    replyToken,
    sender: `meldpunt+${replyToken}@desk.practice.example`,
    recipient: 'notices@practice.example',
    subject: `[${notice.reference}] letter ${n}`,
    text: 'Wörter und Bytes',
    claims: NO_CLAIMS,
    renderedAt: new Date('2026-11-02T08:55:00.123Z'),
    ...but,
  };
}
