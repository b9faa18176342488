import { Injectable } from '@nestjs/common';
import type { Letter, LetterPurpose } from '#domain/correspondence/letter.js';
import type { Notice } from '#domain/notice/notice.js';
import { mailChannelOf } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';
import { Register } from '../provider/register.js';
import { LetterWriter } from './letter-writer.js';

/** Gathers what a letter says and has it written, once; the caller keeps it. */
@Injectable()
export class RenderLetter {
  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly writer: LetterWriter,
    private readonly identities: Identities,
    private readonly clock: Clock,
  ) {}

  async run(purpose: LetterPurpose, notice: Notice, recipient?: string): Promise<Letter> {
    const { platformCode, grounds } = notice.content;
    if (platformCode === null) throw new RuleViolation('notice.incomplete', { blockers: ['platform-missing'] });
    const platform = await this.register.platform(platformCode);
    const address = recipient ?? mailChannelOf(platform)?.address;
    if (!address) throw new RuleViolation('platform.no-mail-channel', { platform: platform.code });
    const facts = {
      ...{ purpose, notice, platform, recipient: address },
      organisation: await this.installation.organisation(),
      grounds: await Promise.all(grounds.map((ground) => this.register.ground(ground.code))),
      replyToken: this.identities.token(),
      at: this.clock.now(),
    };
    const written = await this.writer.write(facts);
    const { replyToken, at: renderedAt } = facts;
    return {
      ...written,
      purpose,
      noticeId: notice.id,
      noticeVersion: notice.version,
      replyToken,
      recipient: address,
      renderedAt,
    };
  }
}
