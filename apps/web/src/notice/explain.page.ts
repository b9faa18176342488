import { Injectable } from '@nestjs/common';
import { ExplainGround } from '#application/notice/explain-ground.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { Register } from '#application/provider/register.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { questionsOf, type Answers } from '#domain/ground/element-question.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { isByHand, LONGEST_EXPLANATION, type ReasonedGround } from '#domain/ground/reasoned-ground.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { provisionOf, titleOf } from '../ground/ground.view.js';
import { answersForm, askedOf, fieldOf } from './answers.form.js';

/** A ground as a notice relies on it. */
export interface GroundOfNotice {
  readonly notice: Notice;
  readonly ground: LegalGround;
  readonly reasons: ReasonedGround;
}

/** What the page shows on which the questions of one ground of a notice are answered. */
@Injectable()
export class ExplainPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly register: Register,
    private readonly explain: ExplainGround,
  ) {}

  /** Refuses `ground.not-found` for a ground the notice does not rely on. */
  async one(id: string, code: string): Promise<GroundOfNotice> {
    const { notice } = await this.file.whole(id);
    const reasons = notice.content.grounds.find((ground) => ground.code === code);
    if (!reasons) throw new RuleViolation('ground.not-found', { code });
    return { notice, ground: await this.register.ground(code), reasons };
  }

  /** The second text as a person wrote it; what was built is left out, so that nobody keeps it unread. */
  secondByHand({ reasons: { second } }: GroundOfNotice): string {
    return second && second.version === undefined ? second.explanation : '';
  }

  /** What stands now at the fields of both pages: the answers, and the text in a person's own words. */
  private standing(of: GroundOfNotice): Readonly<Record<string, string>> {
    const { ground, reasons, notice } = of;
    const words = { text: reasons.explanation, second: this.secondByHand(of) };
    return { ...answersForm(ground, reasons, notice.version), ...words };
  }

  /** `answers` are those that stand in the form; null before anything was typed. */
  async model(of: GroundOfNotice, shownIn: DeskLanguage, answers: Answers | null): Promise<object> {
    const { notice, ground, reasons } = of;
    const built = answers ?? reasons.answers;
    const other = LETTER_LANGUAGES.find((one) => one !== notice.content.language)!;
    const reasonsIn = async (language: LetterLanguage) =>
      built ? (await this.explain.reasons(notice, ground.code, built, language)).explanation : null;
    return {
      notice: { id: notice.id, reference: notice.reference, language: notice.content.language },
      ground: {
        ...{ code: ground.code, title: titleOf(ground, shownIn), provision: provisionOf(ground) },
        ...{ confidence: ground.confidence, note: shownIn === 'nl' ? ground.noteNl : ground.noteEn },
      },
      questions: questionsOf(ground, shownIn).map((question, index) => ({
        ...question,
        name: fieldOf(index),
        options: question.options.map(({ value, text }) => ({ value, text: opened(text), hint: null })),
      })),
      asked: askedOf(ground),
      standing: this.standing(of),
      byHand: isByHand(reasons) ? reasons.explanation : null,
      longest: LONGEST_EXPLANATION,
      explanation: await reasonsIn(notice.content.language),
      other: { language: other, explanation: await reasonsIn(other) },
    };
  }
}

/** An answer begins with a capital where it stands by itself. */
const opened = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
