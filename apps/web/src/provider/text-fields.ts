import { DESK_LANGUAGES, type DeskLanguage } from '#domain/access/preference.js';
import type { OnlyPersonConcerned } from '#domain/provider/platform.js';
import type { RegisterText } from '#domain/provider/register-text.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Stands on a line that is not there in that language, so that line by line both languages say the same. */
const NOT_IN_THIS_LANGUAGE = '–';

type Typed = Readonly<Record<string, string | undefined>>;

/** The field of a text in a language: `repliesNl`. */
const fieldOf = (name: string, language: DeskLanguage): string => `${name}${language === 'nl' ? 'Nl' : 'En'}`;

const inEach = <T>(of: (language: DeskLanguage) => T): Record<DeskLanguage, T> => ({ nl: of('nl'), en: of('en') });

/** A text as its two fields begin. */
export const textValues = (name: string, text: RegisterText): Record<string, string> =>
  Object.fromEntries(DESK_LANGUAGES.map((language) => [fieldOf(name, language), text[language]]));

/** The text that a person wrote in two fields; one of them may be empty. */
export const textWished = (name: string, form: object): RegisterText =>
  inEach((language) => tidy((form as Typed)[fieldOf(name, language)] ?? ''));

/** Who alone is heard, as two fields of one line per rule begin: `about: who`. */
export const personValues = (rules: readonly OnlyPersonConcerned[]): Record<string, string> =>
  textValues(
    'onlyPerson',
    inEach((language) => {
      const lines = rules.map((rule) => lineIn(rule, language));
      return lines.some(Boolean) ? lines.map((line) => line || NOT_IN_THIS_LANGUAGE).join('\n') : '';
    }),
  );

/** The rules a person wrote, line by line the same in both languages; refuses `register.lines-uneven`. */
export function personWished(form: object, were: readonly OnlyPersonConcerned[]): readonly OnlyPersonConcerned[] {
  const typed = textWished('onlyPerson', form);
  const lines = inEach((language) => linesOf(typed[language]));
  const [nl, en] = [lines.nl.length, lines.en.length];
  if (nl > 0 && en > 0 && nl !== en) throw new RuleViolation('register.lines-uneven', { nl, en });
  return Array.from({ length: Math.max(nl, en) }, (_, n) => ruleAt(n, lines, were)).filter(({ about, who }) =>
    Object.values({ ...about, ...who }).some(Boolean),
  );
}

function ruleAt(n: number, lines: Record<DeskLanguage, readonly string[]>, were: readonly OnlyPersonConcerned[]) {
  const parts = inEach((language) => partsOf(lines[language][n] ?? ''));
  const rule = { about: inEach((language) => parts[language].about), who: inEach((language) => parts[language].who) };
  return { ...rule, confidence: were.find((was) => isTold(was, rule))?.confidence ?? ('P' as const) };
}

/** Whether a rule says what an earlier one said; a language it lacked adds nothing new. */
const isTold = (was: OnlyPersonConcerned, now: Omit<OnlyPersonConcerned, 'confidence'>): boolean =>
  DESK_LANGUAGES.every((language) => ['', lineIn(now, language)].includes(lineIn(was, language)));

const lineIn = ({ about, who }: Omit<OnlyPersonConcerned, 'confidence'>, language: DeskLanguage): string =>
  [about[language], who[language]].filter(Boolean).join(': ');

function partsOf(line: string): { about: string; who: string } {
  if (line === NOT_IN_THIS_LANGUAGE || line === '-') return { about: '', who: '' };
  const [about = '', ...who] = line.split(':');
  return { about: about.trim(), who: who.join(':').trim() };
}

/** Typed text with line ends of one kind. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** The lines of typed text that hold something. */
export const linesOf = (text = ''): string[] =>
  tidy(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
