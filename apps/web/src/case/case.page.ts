import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Inbox } from '#application/correspondence/inbox.js';
import { CaseEvidence } from '#application/evidence/case-evidence.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { reachOf } from '#domain/access/reach.js';
import { messageRowView } from '../correspondence/message-row.view.js';
import { noticeRowView } from '../notice/notice-row.view.js';
import { CaseFrame } from './case-frame.js';
import { tasksOf } from './case-tasks.js';

/** Gathers what the tabs of a case show. */
@Injectable()
export class CasePage {
  constructor(
    private readonly frame: CaseFrame,
    private readonly notices: NoticeList,
    private readonly inbox: Inbox,
    private readonly evidence: CaseEvidence,
  ) {}

  async noticesOf(id: string, person: SignedIn): Promise<object> {
    const { frame } = await this.frame.of(id, person, 'notices');
    return { ...frame, notices: (await this.notices.ofCase(id, reachOf(person))).map(noticeRowView) };
  }

  async messagesOf(id: string, person: SignedIn): Promise<object> {
    const { frame } = await this.frame.of(id, person, 'messages');
    return { ...frame, messages: (await this.inbox.ofCase(id, reachOf(person))).map(messageRowView) };
  }

  async evidenceOf(id: string, person: SignedIn): Promise<object> {
    const { frame } = await this.frame.of(id, person, 'evidence');
    return { ...frame, captures: await this.evidence.ofCase(id) };
  }

  async tasksOf(id: string, person: SignedIn): Promise<object> {
    const framed = await this.frame.of(id, person, 'tasks');
    const reach = reachOf(person);
    const [notices, messages] = await Promise.all([this.notices.ofCase(id, reach), this.inbox.ofCase(id, reach)]);
    return { ...framed.frame, tasks: tasksOf(framed, notices, messages) };
  }
}
