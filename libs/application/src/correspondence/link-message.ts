import { Injectable } from '@nestjs/common';
import type { CaseReach } from '#domain/access/reach.js';
import type { Message } from '#domain/correspondence/message.js';
import type { Actor } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Which } from '../books.js';
import { NoticeList } from '../notice/notice-list.js';
import { SortMessage } from './sort-message.js';

/** A caseworker says to which notice a message belongs, by the reference of that notice. */
@Injectable()
export class LinkMessage {
  constructor(
    private readonly notices: NoticeList,
    private readonly sortMessage: SortMessage,
  ) {}

  /** A notice out of reach is as unknown as one that does not exist. */
  async run(which: Which & { readonly by: Actor }, reference: string, reach: CaseReach): Promise<Message> {
    const notice = await this.notices.byReference(reference.trim().toUpperCase(), reach);
    if (notice === null) throw new RuleViolation('message.no-such-notice', { reference });
    return this.sortMessage.link(which, notice.id);
  }
}
