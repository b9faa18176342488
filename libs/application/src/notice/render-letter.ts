import { Injectable } from '@nestjs/common';
import type { Letter, LetterPurpose } from '#domain/correspondence/letter.js';
import type { Notice } from '#domain/notice/notice.js';
import { mailChannelOf, PRACTICE_PLATFORM } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
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
  ) {}

  async run(purpose: LetterPurpose, notice: Notice, at: Date): Promise<Letter> {
    const { platformCode, grounds } = notice.content;
    if (platformCode === null) throw new RuleViolation('notice.incomplete', { blockers: ['platform-missing'] });
    const platform = await this.register.platform(platformCode);
    if (platformCode === PRACTICE_PLATFORM && (await this.installation.kind()) !== 'practice') {
      throw new RuleViolation('platform.practice-only', { platform: platformCode });
    }
    const recipient = mailChannelOf(platform)?.address;
    if (!recipient) throw new RuleViolation('platform.no-mail-channel', { platform: platform.code });
    const replyToken = this.identities.token();
    const written = await this.writer.write({
      ...{ purpose, notice, platform, recipient, replyToken, at },
      organisation: await this.installation.organisation(),
      grounds: await Promise.all(grounds.map((ground) => this.register.ground(ground.code))),
    });
    const of = { purpose, noticeId: notice.id, noticeVersion: notice.version };
    return { ...written, ...of, replyToken, recipient, renderedAt: at };
  }
}
