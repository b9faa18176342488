import type { MailAddress, ParsedMail } from '#domain/correspondence/parsed-mail.js';

interface MailWords extends Partial<Omit<ParsedMail, 'from' | 'to' | 'cc'>> {
  readonly from?: string;
  readonly to?: string;
}

/** A mail as the parser hands it over: a plain answer from a platform, of which each thing can be changed. */
export function aMail({
  from = 'Support <support@platform.example>',
  to = 'desk@desk.example',
  ...rest
}: MailWords = {}): ParsedMail {
  const subject = rest.subject ?? 'Re: your notice';
  return {
    headers: { from: [from], to: [to], subject: [subject], ...rest.headers },
    from: [addressOf(from)],
    to: [addressOf(to)],
    cc: [],
    messageId: '<answer@platform.example>',
    inReplyTo: [],
    references: [],
    date: 'Mon, 16 Nov 2026 10:00:00 +0100',
    text: '',
    htmlText: '',
    languageHint: null,
    deliveryStatus: [],
    feedbackReport: null,
    original: null,
    attachments: [],
    defects: [],
    ...without(rest),
    subject,
  };
}

const without = ({ headers: _headers, ...rest }: Partial<Omit<ParsedMail, 'from' | 'to' | 'cc'>>) => rest;

function addressOf(text: string): MailAddress {
  const address = /<([^>]+)>/.exec(text)?.[1] ?? text;
  return { name: text.replace(/<.*/, '').trim(), address };
}
