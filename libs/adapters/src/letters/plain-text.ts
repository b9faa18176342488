import { staysOnLine } from '#domain/moving-characters.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** A fact that stands on one line; refuses an empty one and one with control characters, naming the fact. */
export function oneLine(fact: string, text: string): string {
  const line = text.trim();
  if (line === '') throw new RuleViolation('letter.fact-missing', { fact });
  if (!staysOnLine(line)) throw new RuleViolation('letter.control-character', { fact });
  return line;
}

/** The lines of what a person wrote, each on its own; refuses an empty text and control characters other than tabs. */
export function paragraphs(fact: string, text: string): string[] {
  const lines = text.trim().split(/\r\n|\r|\n/);
  if (lines.join('') === '') throw new RuleViolation('letter.fact-missing', { fact });
  return lines.map((line) => (line.trim() === '' ? '' : oneLine(fact, line.replaceAll('\t', '  '))));
}

/** A sentence with its gaps filled: `{day}` by the fact of that name. */
export const fill = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(facts[name] ?? gap));
