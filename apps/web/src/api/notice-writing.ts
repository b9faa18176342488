import { Injectable } from '@nestjs/common';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { isReachable, preferredChannels } from '#domain/provider/choose-channel.js';
import { Register } from '#application/provider/register.js';
import { GroundShelf } from '../ground/ground-shelf.js';
import { writtenInDocument, type NewNotice } from './notice.request.js';

/** Turns a notice as a program wrote it into one as an act takes it. */
@Injectable()
export class NoticeWriting {
  constructor(
    private readonly register: Register,
    private readonly shelf: GroundShelf,
  ) {}

  /**
   * Refuses a platform or ground that is not in the register, and a ground not in force. The category is that of the first
   * ground; the channel is the best of the platform, or none where nobody can reach one: a person chooses at the desk.
   */
  async of(body: NewNotice): Promise<WrittenNotice> {
    const platform = await this.register.platform(body.platform);
    const posted = body.items.map(({ postedOn = null }) => postedOn);
    const grounds = await Promise.all(body.grounds.map(({ code }) => this.shelf.inForce(code, posted)));
    const best = preferredChannels(platform, grounds).find(isReachable);
    return writtenInDocument(body, { channel: best?.kind ?? null, category: grounds[0]?.category ?? null });
  }
}
