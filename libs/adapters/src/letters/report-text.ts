import type { LetterFacts } from '#application/notice/letter-writer.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { letterModel } from './letter-model.js';
import { readLetterWords, type LetterWords } from './letter-words.js';
import { StrictTemplates, type Fill } from './strict-templates.js';

/** The words of a report to an interface that takes only a little text: reference and law first, then why. */
export class ReportText {
  private readonly templates: ReadonlyMap<string, Fill>;
  private readonly words: Readonly<Record<LetterLanguage, LetterWords>>;

  /** `letters` is the project's folder `templates/letters`. */
  constructor(letters: string) {
    const templates = new StrictTemplates(letters);
    const names = LETTER_LANGUAGES.flatMap((language) => [`report.${language}`, `report-withdrawal.${language}`]);
    this.templates = new Map(names.map((name) => [name, templates.compile(name)]));
    this.words = readLetterWords(letters);
  }

  /** `place` is the exact location where the report itself cannot name it, else empty. */
  of(facts: LetterFacts, place = ''): string {
    const { language } = facts.notice.content;
    const known = LETTER_LANGUAGES.find((one) => one === language);
    if (!known) throw new RuleViolation('letter.none-for-language', { language });
    const fill = this.templates.get(`${facts.purpose === 'withdrawal' ? 'report-withdrawal' : 'report'}.${known}`)!;
    return tidy(fill({ ...letterModel(facts, known, this.words[known]), hasPlace: place !== '', place }));
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
