import { Injectable } from '@nestjs/common';
import type { Letter, LetterPurpose } from '#domain/correspondence/letter.js';
import type { Notice } from '#domain/notice/notice.js';
import { Identities } from '../identities.js';
import { GatherLetter } from './gather-letter.js';
import { LetterWriter } from './letter-writer.js';

/** Has a letter written, once; the caller keeps it. */
@Injectable()
export class RenderLetter {
  constructor(
    private readonly gather: GatherLetter,
    private readonly writer: LetterWriter,
    private readonly identities: Identities,
  ) {}

  async run(purpose: LetterPurpose, notice: Notice, at: Date): Promise<Letter> {
    const replyToken = this.identities.token();
    const facts = await this.gather.run(purpose, notice, at);
    const written = await this.writer.write({ ...facts, replyToken });
    const { mandate, concernsMinor } = facts;
    const of = { purpose, noticeId: notice.id, noticeVersion: notice.version };
    return { ...written, ...of, claims: { mandate, concernsMinor }, replyToken, renderedAt: at };
  }
}
