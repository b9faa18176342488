import { Injectable } from '@nestjs/common';
import type { Actor, DomainEvent } from '#domain/event.js';
import { yearIn } from '#domain/instant.js';
import type { Arisen } from '#domain/notice/arising.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { Notice } from '#domain/notice/notice.js';
import { reference } from '#domain/notice/reference.js';
import { Installation } from '../access/installation.js';
import type { OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';

/** What a draft begins with; who submits it follows from the organisation. */
export interface Beginning {
  readonly caseId: string;
  readonly content: Omit<NoticeContent, 'submitterName' | 'submitterEmail'>;
  readonly items: Arisen['items'];
  readonly by: Actor;
}

/** Begins drafts in a case, each with a number of its own, within the transaction of whoever asks. */
@Injectable()
export class NewDrafts {
  constructor(
    private readonly installation: Installation,
    private readonly identities: Identities,
    private readonly clock: Clock,
  ) {}

  newId(): string {
    return this.identities.id();
  }

  /** Refuses in a case that is closed. `also` is what happens to other things by it, once its id is known. */
  async add(
    books: OpenBooks,
    { caseId, content, items, by }: Beginning,
    also: (noticeId: string) => readonly DomainEvent[] = () => [],
  ): Promise<Notice> {
    const { deskName, deskEmail, zone } = await this.installation.organisation();
    const [id, at] = [this.identities.id(), this.clock.now()];
    const file = await books.cases.get(caseId);
    file.assertOpen();
    const year = yearIn(at, zone);
    const number = reference('notice', year, await books.nextNumber('notice', year));
    const identity = {
      id,
      reference: number,
      caseId,
      regime: 'article-22',
      origin: 'desk',
      line: file.content.line,
    } as const;
    const submitter = { submitterName: deskName, submitterEmail: deskEmail };
    // Whether pictures were made by software is asked with the case; a notice says otherwise only where it was told so.
    const manipulated = content.manipulated === 'unknown' ? file.content.manipulated : content.manipulated;
    const notice = Notice.draft(identity, { ...content, ...submitter, manipulated }, items, { at, by });
    const started = { kind: 'notice-started', subject: 'notice', subjectId: id, facts: { caseId } } as const;
    await books.notices.add(notice, [started, ...also(id)]);
    return notice;
  }
}
