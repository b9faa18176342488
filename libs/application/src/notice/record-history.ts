import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { instant, yearIn } from '#domain/instant.js';
import { NO_DECISION } from '#domain/notice/check-history.js';
import type { ChannelKind, LetterLanguage, Line, Manipulation, Regime } from '#domain/notice/codes.js';
import type { WrittenHistory, WrittenHistoryItem } from '#domain/notice/history.js';
import { Notice } from '#domain/notice/notice.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { ownNumber, reference } from '#domain/notice/reference.js';
import type { Organisation } from '#domain/access/organisation.js';
import type { DecisionCode } from '#domain/outcome/outcome-code.js';
import type { Basis, Outcome } from '#domain/outcome/outcome.js';
import { Installation } from '../access/installation.js';
import { Books, type OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';
import { addressOf } from './written-notice.js';

/** Writes checked histories, their category filled in, as notices in one transaction; answers their references in order. */
@Injectable()
export class RecordHistory {
  constructor(
    private readonly books: Books,
    private readonly identities: Identities,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  async run(histories: readonly WrittenHistory[], by: Actor): Promise<string[]> {
    const organisation = await this.installation.organisation();
    const recordedAt = this.clock.now().toISOString();
    return this.books.together(by, async (books) => {
      await reserveOwnNumbers(books, histories);
      const notices: Notice[] = [];
      for (const history of histories) {
        const number = history.reference || (await nextReference(books, history, organisation.zone));
        notices.push(this.notice(history, number, { organisation, recordedAt }));
      }
      await books.notices.addEach(notices, ({ id }) => ({ kind: 'notice-recorded', subject: 'notice', subjectId: id }));
      return notices.map((notice) => notice.reference);
    });
  }

  private notice(history: WrittenHistory, number: string, known: Known): Notice {
    const { identity, past } = { identity: this.identity(history, number), past: pastOf(history, known.recordedAt) };
    const items = history.items.map(({ url }) => ({
      ...{ id: this.identities.id(), url, canonicalUrl: addressOf(url), locator: '', postedOn: null },
      contentType: 'other' as const,
    }));
    return Notice.record(identity, contentOf(history, known), items, past);
  }

  private identity(history: WrittenHistory, number: string) {
    return {
      ...{ id: this.identities.id(), reference: number, caseId: null, origin: 'imported' as const },
      regime: (history.regime || 'article-22') as Regime,
      line: (history.line || 'helpline') as Line,
    };
  }
}

interface Known {
  readonly organisation: Organisation;
  readonly recordedAt: string;
}

const contentOf = (history: WrittenHistory, { organisation }: Known): NoticeContent => ({
  platformCode: history.platform,
  channel: (history.channel || null) as ChannelKind | null,
  // A letter of the past may be in any language; nothing is ever rendered from it.
  language: (history.language || organisation.languages[0]!) as LetterLanguage,
  measure: 'none',
  manipulated: (history.manipulated || 'unknown') as Manipulation,
  category: history.category || null,
  grounds: history.grounds.map((code) => ({ code, explanation: '' })),
  submitterName: organisation.deskName,
  submitterEmail: organisation.deskEmail,
  answers: UNANSWERED,
});

const pastOf = (history: WrittenHistory, recordedAt: string) => ({
  sentAt: instant(history.sentAt)!,
  acknowledgedAt: history.acknowledgedAt === '' ? null : instant(history.acknowledgedAt),
  outcomes: history.items.map((item) => (NO_DECISION.includes(item.outcome) ? [] : [outcomeOf(item, recordedAt)])),
});

const outcomeOf = (item: WrittenHistoryItem, recordedAt: string): Outcome => ({
  code: item.outcome as DecisionCode,
  basis: (item.basis || 'unknown') as Basis,
  territory: item.territory,
  automated: 'unknown',
  reasonsGiven: false,
  redressMentioned: false,
  source: 'import',
  messageId: null,
  decidedAt: item.decidedAt === '' ? null : instant(item.decidedAt)!.toISOString(),
  recordedAt,
  recordedBy: 'import',
  reason: '',
});

/** Numbers that came with the file are never given out again. */
async function reserveOwnNumbers(books: OpenBooks, histories: readonly WrittenHistory[]): Promise<void> {
  const highest = new Map<number, number>();
  for (const { year, n } of histories.flatMap((history) => ownNumber(history.reference) ?? [])) {
    highest.set(year, Math.max(n, highest.get(year) ?? 0));
  }
  for (const [year, n] of highest) await books.reserveNumber('notice', year, n);
}

async function nextReference(books: OpenBooks, history: WrittenHistory, zone: string): Promise<string> {
  const year = yearIn(instant(history.sentAt)!, zone);
  return reference('notice', year, await books.nextNumber('notice', year));
}
