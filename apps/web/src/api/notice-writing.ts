import { Injectable } from '@nestjs/common';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { channelAnew, type ChannelBefore } from '#domain/provider/channel-anew.js';
import { DefectList } from '#application/provider/defect-list.js';
import { Register } from '#application/provider/register.js';
import { GroundShelf } from '../ground/ground-shelf.js';
import { writtenInDocument, type NewNotice } from './notice.request.js';

/** Turns a notice as a program wrote it into one as an act takes it. */
@Injectable()
export class NoticeWriting {
  constructor(
    private readonly register: Register,
    private readonly shelf: GroundShelf,
    private readonly defects: DefectList,
  ) {}

  /**
   * Refuses a platform or ground that is not in the register, and a ground not in force. The category is that of the first
   * ground; `before` is what stands there, for a program names no channel: a person chooses it at the desk.
   */
  async of(body: NewNotice, before: ChannelBefore = nothingYet(body)): Promise<WrittenNotice> {
    const platform = await this.register.platform(body.platform);
    const posted = body.items.map(({ postedOn = null }) => postedOn);
    const grounds = await Promise.all(body.grounds.map(({ code }) => this.shelf.inForce(code, posted)));
    const by = channelAnew(platform, { grounds, open: await this.defects.open(platform.code) }, before);
    return writtenInDocument(body, { ...by, category: grounds[0]?.category ?? null });
  }
}

const nothingYet = ({ language }: NewNotice): ChannelBefore => ({
  ...{ platformCode: null, channel: null, language, answers: UNANSWERED },
});
