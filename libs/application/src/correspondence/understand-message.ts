import { Injectable } from '@nestjs/common';
import { cluesOf, decideMatch } from '#domain/correspondence/match.js';
import type { Message, MessageState, MessageSummary, Understanding } from '#domain/correspondence/message.js';
import type { ParsedMail } from '#domain/correspondence/parsed-mail.js';
import { readReply } from '#domain/correspondence/read-reply.js';
import { system, type Actor, type DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';
import type { RecordedEvent } from '../event-log.js';
import type { KeptMail } from './keep-mail.js';
import { MailParser, MailUnreadable } from './mail-parser.js';
import { NoticesByClue } from './notices-by-clue.js';

const BY = system('understand-message');

/** Text kept for people to read; the whole stands in the raw bytes. */
const TEXT_KEPT = 20_000;

type Insight = { readonly id: string } & ({ readonly understood: Understanding } | { readonly trouble: string });

/** The machine takes kept mail apart, matches it to a notice and reads it: a suggestion, which a person confirms. */
@Injectable()
export class UnderstandMessage {
  constructor(
    private readonly books: Books,
    private readonly parser: MailParser,
    private readonly notices: NoticesByClue,
    private readonly installation: Installation,
  ) {}

  /** The reaction to a kept message; a second run finds it understood and does nothing. */
  async run(event: Pick<RecordedEvent, 'subjectId'>): Promise<void> {
    const kept = await this.books.together(BY, async (books) => {
      const message = await books.messages.get(event.subjectId);
      return message.state === 'kept' ? { id: message.id, bytes: await books.rawMail.bytes(message.digest) } : null;
    });
    if (kept) await this.all([kept]);
  }

  /** A person asks to try again a mail that could not be taken apart; a notice it was linked to meanwhile stays. */
  async again({ id, by }: { readonly id: string; readonly by: Actor }): Promise<Message> {
    const bytes = await this.books.together(by, async ({ messages, rawMail }) => {
      const { state, digest } = await messages.get(id);
      if (state !== 'quarantined') throw new RuleViolation('message.understood-already', { state });
      return rawMail.bytes(digest);
    });
    const insight = await this.insight({ id, bytes });
    return this.books.change('messages', { id, by }, (message) => tell(message, insight, 'quarantined'));
  }

  /** Understands several kept mails, recorded in one transaction; answers them as they stand afterwards. */
  async all(mails: readonly KeptMail[]): Promise<readonly Message[]> {
    const insights: Insight[] = [];
    for (const mail of mails) insights.push(await this.insight(mail));
    return this.books.together(BY, async ({ messages }) => {
      const after: Message[] = [];
      for (const insight of insights)
        after.push(await messages.change({ id: insight.id }, (one) => tell(one, insight)));
      return after;
    });
  }

  private async insight({ id, bytes }: KeptMail): Promise<Insight> {
    try {
      return { id, understood: await this.understand(await this.parser.parse(bytes)) };
    } catch (error) {
      if (error instanceof MailUnreadable) return { id, trouble: error.reason };
      throw error;
    }
  }

  private async understand(mail: ParsedMail): Promise<Understanding> {
    const match = decideMatch(await this.notices.find(cluesOf(mail)));
    const urls = await this.notices.urlsOf(match.noticeId === null ? match.candidates : [match.noticeId]);
    const { deskEmail } = await this.installation.organisation();
    return { summary: summaryOf(mail), match, reading: readReply(mail, { urls, ownAddresses: [deskEmail] }) };
  }
}

/** A mail understood meanwhile by somebody else stays as it is. */
function tell(message: Message, insight: Insight, found: MessageState = 'kept'): DomainEvent | undefined {
  if (message.state !== found) return undefined;
  return 'understood' in insight ? message.understand(insight.understood) : message.quarantine(insight.trouble);
}

function summaryOf(mail: ParsedMail): MessageSummary {
  const { subject, messageId, attachments, defects } = mail;
  return {
    ...{ subject, messageId, defects },
    from: mail.from.map(({ address }) => address).join(', '),
    to: mail.to.map(({ address }) => address).join(', '),
    text: (mail.text.trim() === '' ? mail.htmlText : mail.text).slice(0, TEXT_KEPT),
    attachments: attachments.map(({ name, type, size }) => ({ name, type, size })),
  };
}
