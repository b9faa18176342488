import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { answersTo, type Answers } from '#domain/ground/element-question.js';
import { explain } from '#domain/ground/explanation.js';
import { assertNotTooLong, withReasons, type ReasonedGround } from '#domain/ground/reasoned-ground.js';
import { builtTwice } from '#domain/ground/second-text.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type Which } from '../books.js';
import { GroundTexts } from '../ground/ground-texts.js';
import { Register } from '../provider/register.js';
import { NoticeFile } from './notice-file.js';

/** A caseworker answers the questions of one ground of a notice, and its reasons are built from the answers. */
@Injectable()
export class ExplainGround {
  constructor(
    private readonly books: Books,
    private readonly register: Register,
    private readonly texts: GroundTexts,
    private readonly file: NoticeFile,
  ) {}

  /** Keeps the answers and the reasons built from them, in both languages, with the wordings in use now. */
  async run(which: Which & { readonly by: Actor }, code: string, answers: Answers): Promise<Notice> {
    const { notice } = await this.file.whole(which.id);
    const other = LETTER_LANGUAGES.find((one) => one !== notice.content.language)!;
    const first = await this.reasons(notice, code, answers);
    const reasons = builtTwice(first, await this.reasons(notice, code, answers, other));
    assertNotTooLong(reasons.explanation);
    return this.books.change('notices', which, (there) =>
      there.describe({ ...there.content, grounds: withReasons(there.content.grounds, reasons) }, there.items, which.by),
    );
  }

  /** The same without keeping it, to show what the answers make; in the language of the letter unless another is asked for. */
  async reasons(
    { content }: Notice,
    code: string,
    given: Answers,
    language: LetterLanguage = content.language,
  ): Promise<ReasonedGround> {
    if (!content.grounds.some((ground) => ground.code === code)) {
      throw new RuleViolation('ground.not-in-notice', { code });
    }
    const ground = await this.register.ground(code);
    const answers = answersTo(ground, given);
    const { text, version } = await this.texts.current(code, language);
    return { code, explanation: explain(ground, answers, language, text), answers, template: { language, version } };
  }
}
