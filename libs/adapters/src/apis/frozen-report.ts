import { createHash } from 'node:crypto';
import type { LetterFacts, WrittenLetter } from '#application/notice/letter-writer.js';
import type { Identities } from '#application/identities.js';
import { domainOf } from '#domain/correspondence/mail-address.js';
import { replyAddress } from '#domain/correspondence/reply-address.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** A report as it will be posted: the body, and what people read of it beside its comment. */
export interface Report {
  readonly body: object;
  /** Method and address, as shown above the text. */
  readonly to: string;
  /** Fields other than the comment, as shown. */
  readonly fields: readonly string[];
  readonly comment: string;
}

/** The report as a letter: its bytes are the very body that is posted, and nothing is made of it after this. */
export function frozen({ body, to, fields, comment }: Report, facts: LetterFacts, identities: Identities): WrittenLetter {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const sender = replyAddress(facts.organisation.deskEmail, facts.replyToken);
  return {
    bytes,
    digest: createHash('sha256').update(bytes).digest('hex'),
    messageId: `<${identities.token()}@${domainOf(sender)}>`,
    sender,
    subject: `[${facts.notice.reference}] ${facts.platform.name}`,
    text: [to, ...fields, '', comment].join('\n'),
  };
}

/** Refuses `letter.too-long-for-channel` with how much it is over; `length` counts as the other side does. */
export function refuseTooLong(length: number, most: number): void {
  if (length > most) throw new RuleViolation('letter.too-long-for-channel', { length, most, over: length - most });
}
