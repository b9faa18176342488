import { Injectable } from '@nestjs/common';
import type { Letter, LetterPurpose } from '#domain/correspondence/letter.js';
import { postedOf } from '#domain/ground/ground-items.js';
import { assertValidFor } from '#domain/ground/in-force.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { dayIn } from '#domain/instant.js';
import type { Notice } from '#domain/notice/notice.js';
import { channelChosen, type ChannelChoice } from '#domain/provider/choose-channel.js';
import { PRACTICE_PLATFORM } from '#domain/provider/platform.js';
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
    const replyToken = this.identities.token();
    const organisation = await this.installation.organisation();
    const known = await Promise.all(grounds.map((ground) => this.register.ground(ground.code)));
    if (purpose === 'notice') assertInForce(notice, known, dayIn(at, organisation.zone));
    const written = await this.writer.write({
      ...{ purpose, notice, platform, channel: channelChosen(platform, choiceFor(purpose, notice)), replyToken, at },
      ...{ organisation, grounds: known },
    });
    const of = { purpose, noticeId: notice.id, noticeVersion: notice.version };
    return { ...written, ...of, replyToken, renderedAt: at };
  }
}

/** Refuses as `assertValidFor` a ground that was not the law for what it is relied on for. */
function assertInForce({ content, items }: Notice, known: readonly LegalGround[], today: string): void {
  content.grounds.forEach((ground, index) => assertValidFor(known[index]!, postedOf(ground, items), today));
}

/** A notice that was taken over may not say by which channel it went; a withdrawal then goes by mail. */
function choiceFor(purpose: LetterPurpose, { content }: Notice): ChannelChoice {
  return purpose === 'withdrawal' && content.channel === null ? { ...content, channel: 'email' } : content;
}
