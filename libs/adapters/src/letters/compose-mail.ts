import MailComposer from 'nodemailer/lib/mail-composer';
import type { LetterLanguage } from '#domain/notice/codes.js';

/** A mail to build; addresses have been checked before. */
export interface MailParts {
  readonly fromName: string;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  /** With angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly language: LetterLanguage;
  readonly text: string;
  /** Files that go along, in this order; their bytes arrive as they are. */
  readonly attachments: readonly MailAttachment[];
}

/** A file that goes along with a mail. */
export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The mail as bytes (RFC 5322, MIME; lines end in CRLF): text, the same text as HTML, and files. Same parts, same bytes. */
export async function composeMail(mail: MailParts): Promise<Uint8Array> {
  const { date, language, text, subject, messageId } = mail;
  const composer = new MailComposer({
    from: { name: mail.fromName, address: mail.from },
    replyTo: mail.replyTo,
    to: mail.to,
    ...{ subject, messageId, date },
    headers: { 'Auto-Submitted': 'no', 'Content-Language': language },
    text: { content: text, contentType: 'text/plain; charset=utf-8', contentTransferEncoding: 'quoted-printable' },
    html: {
      content: asHtml(text, language),
      contentType: 'text/html; charset=utf-8',
      contentTransferEncoding: 'quoted-printable',
    },
    attachments: mail.attachments.map(attached),
    baseBoundary: messageId.slice(1, messageId.indexOf('@')),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Base64 whatever it is, so that nobody on the way turns its line ends or re-codes it. */
const attached = ({ name, mediaType, bytes }: MailAttachment) => ({
  ...{ filename: name, contentType: mediaType, content: Buffer.from(bytes) },
  ...{ contentTransferEncoding: 'base64' as const, contentDisposition: 'attachment' as const },
});

/** The text with its lines kept, so that both parts say the same; addresses are no links, lest somebody opens them by accident. */
function asHtml(text: string, language: LetterLanguage): string {
  const body = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"></head><body>`,
    `<pre style="white-space: pre-wrap; font-family: inherit">${body}</pre>`,
    '</body></html>',
    '',
  ].join('\n');
}
