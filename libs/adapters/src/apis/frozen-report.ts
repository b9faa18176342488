import { createHash } from 'node:crypto';
import type { Identities } from '#application/identities.js';
import type { LetterFacts, WrittenLetter } from '#application/notice/letter-writer.js';
import { domainOf } from '#domain/correspondence/mail-address.js';
import type { LetterFormat } from '#domain/correspondence/letter.js';
import { replyAddress } from '#domain/correspondence/reply-address.js';
import { freeze } from './frozen-request.js';

/** A report as it will be posted, and what people read of it. */
export interface Report {
  readonly format: LetterFormat;
  readonly origin: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
  /** Fields other than the comment, as shown. */
  readonly fields: readonly string[];
  readonly comment: string;
  /** What people read of that for which there was no room; empty where all fitted. */
  readonly leftOut: readonly string[];
}

/** The report as a letter: its bytes are the request that is posted, and nothing is made of it after this. */
export function frozen(report: Report, facts: LetterFacts, identities: Identities): WrittenLetter {
  const { format, origin, path, body } = report;
  // No documentation says that reports heed the key; it makes one letter differ from the next, and does no harm.
  const headers = { ...report.headers, 'Idempotency-Key': facts.replyToken };
  const bytes = freeze({ origin, path, headers, body: Buffer.from(JSON.stringify(body)) });
  const sender = replyAddress(facts.organisation.deskEmail, facts.replyToken);
  return {
    ...{ format, bytes, sender, recipient: origin },
    digest: createHash('sha256').update(bytes).digest('hex'),
    messageId: `<${identities.token()}@${domainOf(sender)}>`,
    subject: `[${facts.notice.reference}] ${facts.platform.name}`,
    text: [`POST ${origin}${path}`, ...report.fields, '', report.comment, ...beside(report)].join('\n'),
  };
}

const beside = ({ leftOut }: Report): string[] => (leftOut.length === 0 ? [] : ['', ...leftOut]);
