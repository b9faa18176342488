import { Injectable } from '@nestjs/common';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { writtenInDocument, type NewNotice } from './notice.request.js';

/** Turns a notice as a program wrote it into one as an act takes it. */
@Injectable()
export class NoticeWriting {
  constructor(private readonly register: Register) {}

  /** Refuses a platform or ground that is not in the register; the category is that of the first ground. */
  async of(body: NewNotice): Promise<WrittenNotice> {
    await this.register.platform(body.platform);
    const grounds = await Promise.all(body.grounds.map(({ code }) => this.register.ground(code)));
    return writtenInDocument(body, grounds[0]?.category ?? null);
  }
}
