import { Injectable } from '@nestjs/common';
import { AnchorBook, AnchorPost } from './anchor-places.js';

/** The machine sends the auditors the anchors that no mail carried yet; what fails is sent with the next. */
@Injectable()
export class MailAnchors {
  constructor(
    private readonly book: AnchorBook,
    private readonly post: AnchorPost,
  ) {}

  /** Answers how many went out, or the code of what was in the way. */
  async run(signal: AbortSignal): Promise<number | string> {
    const anchors = await this.book.unmailed();
    if (anchors.length === 0) return 0;
    const trouble = await this.post.send(anchors, signal);
    await this.book.mailed(anchors, trouble);
    return trouble ?? anchors.length;
  }
}
