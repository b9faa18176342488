import { Injectable } from '@nestjs/common';
import type { LetterClaims } from '#domain/correspondence/letter.js';
import { answersTo } from '#domain/ground/element-question.js';
import { explain } from '#domain/ground/explanation.js';
import { isByHand, type ReasonedGround } from '#domain/ground/reasoned-ground.js';
import { textIn } from '#domain/ground/second-text.js';
import { claimsNow } from '#domain/notice/blockers-around.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { GroundTexts } from '../ground/ground-texts.js';
import { Register } from '../provider/register.js';
import type { LetterFacts } from './letter-writer.js';
import { NoticeBlockers } from './notice-blockers.js';

/** Gathers what a letter claims beside its content: on whose behalf, whether for a minor, and the reasons in each of its languages. */
@Injectable()
export class GatherClaims {
  constructor(
    private readonly blockers: NoticeBlockers,
    private readonly register: Register,
    private readonly texts: GroundTexts,
  ) {}

  async run(notice: Notice): Promise<LetterClaims & Pick<LetterFacts, 'reasonsIn'>> {
    const { alsoIn } = notice.content.answers;
    return {
      ...claimsNow(notice, await this.blockers.surroundings(notice)),
      reasonsIn: alsoIn === null ? {} : { [alsoIn]: await this.reasonsIn(alsoIn, notice) },
    };
  }

  private reasonsIn(language: LetterLanguage, { content }: Notice): Promise<ReasonedGround[]> {
    return Promise.all(content.grounds.map((ground) => this.translated(language, ground)));
  }

  /** As it was kept; where nothing was, built from the answers with the wording in use, but never for reasons by hand. */
  private async translated(language: LetterLanguage, reasons: ReasonedGround): Promise<ReasonedGround> {
    const kept = textIn(reasons, language);
    if (kept !== undefined) return { ...reasons, explanation: kept };
    if (reasons.answers === undefined || isByHand(reasons)) return reasons;
    const ground = await this.register.ground(reasons.code);
    const { text } = await this.texts.current(reasons.code, language);
    return { ...reasons, explanation: explain(ground, answersTo(ground, reasons.answers), language, text) };
  }
}
