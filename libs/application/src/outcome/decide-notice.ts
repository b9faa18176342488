import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import type { DecisionCode } from '#domain/outcome/outcome-code.js';
import type { Basis, Outcome, OutcomeSource } from '#domain/outcome/outcome.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';

/** What a person says a platform decided about one item. */
export interface ConfirmedOutcome {
  readonly itemId: string;
  readonly code: DecisionCode;
  readonly basis: Basis;
  readonly territory: readonly string[];
}

/** A person's word on a platform's decision: from a mail, or with a reason from anywhere else. */
export interface Confirmation extends Which {
  readonly outcomes: readonly ConfirmedOutcome[];
  readonly source: OutcomeSource;
  /** The mail it rests on; it is handled with it. */
  readonly messageId: string | null;
  readonly redressMentioned: boolean;
  /** When the platform decided, as far as known; else the moment of recording. */
  readonly decidedAt: Date | null;
  /** Needed without a mail, and for what no code has a name for. */
  readonly reason: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A caseworker records what the platform decided per item (Art. 16(5)); earlier outcomes stay beside it. */
@Injectable()
export class DecideNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  async run(confirmation: Confirmation): Promise<Notice> {
    const at = this.clock.now();
    refuseWithoutGroundForIt(confirmation, at);
    const { id, expected, messageId, by } = confirmation;
    return this.books.together(by, async (books) => {
      const notice = await books.notices.change({ id, expected }, (one) => one.decide(outcomesOf(confirmation, at)));
      if (messageId !== null) {
        await books.messages.change({ id: messageId }, (message) => [
          ...(message.noticeId === id ? [] : [message.link(id)]),
          message.handle('decided', at),
        ]);
      }
      return notice;
    });
  }
}

function refuseWithoutGroundForIt(confirmation: Confirmation, at: Date): void {
  const { outcomes, source, messageId, reason, decidedAt } = confirmation;
  if (messageId === null && reason.trim() === '') throw new RuleViolation('outcome.reason-missing');
  if (messageId === null && source === 'mail') throw new RuleViolation('outcome.mail-missing');
  if (outcomes.some(({ code }) => code === 'other-action') && reason.trim() === '')
    throw new RuleViolation('outcome.words-missing');
  if (decidedAt !== null && decidedAt > at) throw new RuleViolation('outcome.decided-in-the-future');
}

function outcomesOf(confirmation: Confirmation, at: Date): { itemId: string; outcome: Outcome }[] {
  const { source, messageId, redressMentioned, reason, decidedAt, by } = confirmation;
  return confirmation.outcomes.map(({ itemId, code, basis, territory }) => ({
    itemId,
    outcome: {
      ...{ code, basis, territory, source, messageId, redressMentioned, reason },
      automated: 'unknown',
      reasonsGiven: false,
      decidedAt: (decidedAt ?? at).toISOString(),
      recordedAt: at.toISOString(),
      recordedBy: by.userId,
    },
  }));
}
