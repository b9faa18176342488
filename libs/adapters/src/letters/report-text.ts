import type { LetterFacts } from '#application/notice/letter-writer.js';
import { fitSheet, type FittedText, type TextBound } from '#domain/correspondence/sheet-room.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { leftOut } from './left-out.js';
import { letterModel } from './letter-model.js';
import { readLetterWords, type LetterWords } from './letter-words.js';
import { reportComment } from './report-comment.js';
import { StrictTemplates, type Fill } from './strict-templates.js';

/** The words of a report to an interface that takes only a little text: reference and law first, then why. */
export class ReportText {
  private readonly withdrawal: Readonly<Record<LetterLanguage, Fill>>;
  private readonly words: Readonly<Record<LetterLanguage, LetterWords>>;

  /** `letters` is the project's folder `templates/letters`. */
  constructor(letters: string) {
    const templates = new StrictTemplates(letters);
    this.withdrawal = {
      nl: templates.compile('report-withdrawal.nl'),
      en: templates.compile('report-withdrawal.en'),
    };
    this.words = readLetterWords(letters);
  }

  /** Within every bound; `place` is the exact location where the report itself cannot name it, else empty. */
  of(facts: LetterFacts, bounds: readonly TextBound[], place = ''): FittedText {
    const { language } = facts.notice.content;
    if (!LETTER_LANGUAGES.includes(language)) throw new RuleViolation('letter.none-for-language', { language });
    const words = this.words[language];
    if (facts.purpose === 'notice') return reportComment({ facts, words, place }, bounds);
    const model = { ...letterModel(facts, language, words), hasPlace: place !== '', place };
    const said = tidy(this.withdrawal[language](model));
    return fitSheet([{ said, without: [] }], [], { bounds, between: '\n', refusal: 'letter.too-long-for-channel' });
  }

  /** What people read, beside a report, of that for which it had no room. */
  leftOut({ notice }: LetterFacts, { left }: FittedText): string[] {
    return leftOut(left, this.words[notice.content.language]);
  }

  /** What people read of one of Bluesky's reasons before it leaves, in the language of the notice. */
  blueskyReason({ notice }: LetterFacts, reasonType: string): string {
    const { blueskyReasons } = this.words[notice.content.language];
    const code = reasonType.replace(/^.*#reason/, '');
    const words = blueskyReasons[code];
    if (words === undefined) throw new RuleViolation('letter.fact-missing', { fact: `reason ${code}` });
    return words;
  }
}

/** Every sign counts: no indentation and no empty lines. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
