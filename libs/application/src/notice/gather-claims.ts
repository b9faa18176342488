import { Injectable } from '@nestjs/common';
import { answersTo } from '#domain/ground/element-question.js';
import { explain } from '#domain/ground/explanation.js';
import type { ReasonedGround } from '#domain/ground/reasoned-ground.js';
import { mandateSaid } from '#domain/notice/blockers-around.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { GroundTexts } from '../ground/ground-texts.js';
import { Register } from '../provider/register.js';
import type { LetterFacts } from './letter-writer.js';
import { NoticeBlockers } from './notice-blockers.js';

/** Gathers what a letter claims beside its content: on whose behalf, and the reasons in each of its languages. */
@Injectable()
export class GatherClaims {
  constructor(
    private readonly blockers: NoticeBlockers,
    private readonly register: Register,
    private readonly texts: GroundTexts,
  ) {}

  async run(notice: Notice): Promise<Pick<LetterFacts, 'mandate' | 'reasonsIn'>> {
    const { alsoIn } = notice.content.answers;
    return {
      mandate: mandateSaid(await this.blockers.surroundings(notice)),
      reasonsIn: alsoIn === null ? {} : { [alsoIn]: await this.reasonsIn(alsoIn, notice) },
    };
  }

  private reasonsIn(language: LetterLanguage, { content }: Notice): Promise<ReasonedGround[]> {
    return Promise.all(content.grounds.map((ground) => this.translated(language, ground)));
  }

  /** Built anew from the answers with the wording in use; reasons written freely stand as somebody wrote them. */
  private async translated(language: LetterLanguage, reasons: ReasonedGround): Promise<ReasonedGround> {
    if (reasons.answers === undefined) return reasons;
    const ground = await this.register.ground(reasons.code);
    const { text } = await this.texts.current(reasons.code, language);
    return { ...reasons, explanation: explain(ground, answersTo(ground, reasons.answers), language, text) };
  }
}
