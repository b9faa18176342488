import { Injectable } from '@nestjs/common';
import { cluesOf, decideMatch, type Clues } from '#domain/correspondence/match.js';
import type {
  Message,
  MessageMatch,
  MessageState,
  MessageSummary,
  Understanding,
} from '#domain/correspondence/message.js';
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
type TakenApart = { readonly id: string } & (
  { readonly mail: ParsedMail; readonly clues: Clues } | { readonly trouble: string }
);

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
    const [insight] = await this.insights([{ id, bytes }]);
    return this.books.change('messages', { id, by }, (message) => tell(message, insight!, 'quarantined'));
  }

  /** Understands several kept mails, recorded in one transaction; answers them as they stand afterwards. */
  async all(mails: readonly KeptMail[]): Promise<readonly Message[]> {
    const insights = await this.insights(mails);
    const byId = new Map(insights.map((insight) => [insight.id, insight]));
    return this.books.together(BY, ({ messages }) =>
      messages.changeEach([...byId.keys()], (one) => tell(one, byId.get(one.id)!)),
    );
  }

  /** The parser takes the mails one by one, and the next while we look at the one before; look-ups go together. */
  private async insights(mails: readonly KeptMail[]): Promise<readonly Insight[]> {
    const taken = await Promise.all(mails.map((mail) => this.takeApart(mail)));
    const readable = taken.flatMap((one) => ('mail' in one ? [one] : []));
    const matches = (await this.notices.findEach(readable.map(({ clues }) => clues))).map(decideMatch);
    const urls = await this.notices.urlsOf(matches.flatMap(noticesOf));
    const { deskEmail } = await this.installation.organisation();
    const understood = new Map<string, Understanding>();
    for (const [at, { id, mail }] of readable.entries()) {
      const match = matches[at]!;
      const known = noticesOf(match).flatMap((noticeId) => urls.get(noticeId) ?? []);
      const reading = readReply(mail, { urls: known, ownAddresses: [deskEmail] });
      understood.set(id, { summary: summaryOf(mail), match, reading });
      await othersFirst();
    }
    return taken.map((one) => ('trouble' in one ? one : { id: one.id, understood: understood.get(one.id)! }));
  }

  private async takeApart({ id, bytes }: KeptMail): Promise<TakenApart> {
    try {
      const mail = await this.parser.parse(bytes);
      return { id, mail, clues: cluesOf(mail) };
    } catch (error) {
      if (error instanceof MailUnreadable) return { id, trouble: error.reason };
      throw error;
    }
  }
}

/** Reading takes the processor whole; between two mails the parser gets its next one and the database its answer. */
const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const noticesOf = ({ noticeId, candidates }: MessageMatch): readonly string[] =>
  noticeId === null ? candidates : [noticeId];

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
