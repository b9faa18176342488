import { Injectable } from '@nestjs/common';
import { NO_CLAIMS, type LetterPurpose } from '#domain/correspondence/letter.js';
import { dayIn } from '#domain/instant.js';
import { assertInForce } from '#domain/notice/grounds-in-force.js';
import type { Notice } from '#domain/notice/notice.js';
import { channelChosen, type ChannelChoice } from '#domain/provider/choose-channel.js';
import { PRACTICE_PLATFORM } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { GatherEnclosures } from '../evidence/gather-enclosures.js';
import { Register } from '../provider/register.js';
import { GatherClaims } from './gather-claims.js';
import type { LetterFacts } from './letter-writer.js';

/** Gathers what a letter says: who writes to whom by which channel, on what grounds, and what goes along. */
@Injectable()
export class GatherLetter {
  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly enclosures: GatherEnclosures,
    private readonly claims: GatherClaims,
  ) {}

  async run(purpose: LetterPurpose, notice: Notice, at: Date): Promise<Omit<LetterFacts, 'replyToken'>> {
    const { platformCode, grounds } = notice.content;
    if (platformCode === null) throw new RuleViolation('notice.incomplete', { blockers: ['platform-missing'] });
    const platform = await this.register.platform(platformCode);
    if (platformCode === PRACTICE_PLATFORM && (await this.installation.kind()) !== 'practice') {
      throw new RuleViolation('platform.practice-only', { platform: platformCode });
    }
    const organisation = await this.installation.organisation();
    const known = await Promise.all(grounds.map((ground) => this.register.ground(ground.code)));
    if (purpose === 'notice') assertInForce(notice, known, dayIn(at, organisation.zone));
    const channel = channelChosen(platform, choiceFor(purpose, notice));
    const enclosures = purpose === 'notice' ? await this.enclosures.run(notice, channel) : [];
    const claims = purpose === 'notice' ? await this.claims.run(notice) : CLAIMS_NOTHING;
    return { ...claims, purpose, notice, platform, channel, organisation, grounds: known, enclosures, at };
  }
}

/** A withdrawal claims nothing. */
const CLAIMS_NOTHING = { ...NO_CLAIMS, reasonsIn: {} } as const;

/** A notice that was taken over may not say by which channel it went; a withdrawal then goes by mail. */
function choiceFor(purpose: LetterPurpose, { content }: Notice): ChannelChoice {
  return purpose === 'withdrawal' && content.channel === null ? { ...content, channel: 'email' } : content;
}
