import { Injectable } from '@nestjs/common';
import { GroundTexts } from '#application/ground/ground-texts.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import { explainedByQuestions, FIXED_FIELDS, unknownFields } from '#domain/ground/explanation.js';
import { questionsOf } from '#domain/ground/element-question.js';
import { compareLines } from '#domain/ground/text-difference.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { GroundShelf } from './ground-shelf.js';
import { provisionOf, titleOf } from './ground.view.js';

/** Which template, as the address of the page names it. */
export interface WhichText {
  readonly code: string;
  readonly language: string;
}

/** What the pages show on which a template is reworded and its wordings are compared. */
@Injectable()
export class ExplanationPage {
  constructor(
    private readonly shelf: GroundShelf,
    private readonly texts: GroundTexts,
  ) {}

  /** The template as acts name it; refuses `explanation.not-found` for a language without one. */
  known({ code, language }: WhichText): { ground: string; language: LetterLanguage } {
    const found = LETTER_LANGUAGES.find((one) => one === language);
    if (!found) throw new RuleViolation('explanation.not-found', { language });
    return { ground: code, language: found };
  }

  async current(which: WhichText): Promise<ExplanationVersion> {
    const { ground, language } = this.known(which);
    await this.shelf.one(ground);
    return this.texts.current(ground, language);
  }

  /** `text` is what stands in the field: what was typed, or the wording in use. */
  async model(which: WhichText, shownIn: DeskLanguage, text: string): Promise<object> {
    const { ground: code, language } = this.known(which);
    const ground = await this.shelf.one(code);
    const other = LETTER_LANGUAGES.find((one) => one !== language)!;
    const { version, text: present } = await this.texts.current(code, language);
    return {
      ground: { code, title: titleOf(ground, shownIn), provision: provisionOf(ground) },
      language,
      current: String(version),
      present,
      fields: [
        ...FIXED_FIELDS.map((field) => ({ field: `{${field}}`, fixed: field, asks: null })),
        ...questionsOf(ground, shownIn).map((one) => ({ field: `{${one.code}}`, fixed: null, asks: one.text })),
      ],
      preview: explainedByQuestions(ground, language, text),
      unknown: unknownFields(ground, text)
        .map((name) => `{${name}}`)
        .join(' '),
      other: {
        language: other,
        example: explainedByQuestions(ground, other, (await this.texts.current(code, other)).text),
      },
    };
  }

  /** A wording laid over the one before it; the first stands by itself. */
  async version(which: WhichText, version: number, shownIn: DeskLanguage): Promise<object> {
    const { ground: code, language } = this.known(which);
    const ground = await this.shelf.one(code);
    const own = (await this.texts.history(code)).filter((one) => one.language === language);
    const shown = own.find((one) => one.version === version);
    if (!shown) throw new RuleViolation('explanation.not-found', { version });
    const before = own.find((one) => one.version === version - 1);
    return {
      ground: { code, title: titleOf(ground, shownIn), provision: provisionOf(ground) },
      ...{ language, version, at: shown.at, author: shown.author, isFirst: !before },
      lines: compareLines(before?.text ?? shown.text, shown.text),
    };
  }
}
