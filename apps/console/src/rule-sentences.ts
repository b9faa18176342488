import { projectPath } from '#adapters/settings/project.js';
import { Words } from '#adapters/templates/words.js';
import type { RuleViolation } from '#domain/rule-violation.js';

type Facts = Readonly<Record<string, unknown>>;

/** Rules that only an operator meets, each with what to do; what people meet on pages too stands in the desk's words. */
const SENTENCES: Readonly<Record<string, (facts: Facts) => string>> = {
  'import.empty': () => 'The file holds no notices; see docs/notice-history.md for its form.',
  'import.not-utf8': () => 'The file is not UTF-8; save it as UTF-8 and try again.',
  'import.file-unreadable': ({ file, reason }) => `The file ${text(file)} cannot be read (${text(reason)}).`,
  'import.not-an-array': () => 'The JSON is not a list of notices; put them between [ and ].',
  'import.bad-json': ({ reason }) => `The JSON cannot be read: ${text(reason)}`,
  'import.bad-csv': ({ line, reason }) =>
    `The CSV cannot be read at line ${text(line)} (${text(reason)}); check its quotes.`,
  'import.bad-header': ({ unknown, missing, twice }) =>
    `The header is not that of a notice history: ${named({ unknown, missing, twice })}; see docs/notice-history.md.`,
  'pack.missing': ({ country, there }) =>
    `There is no data pack migrations/reference/${text(country).toLowerCase()} for ${text(country)}; there are: ${list(there)}.`,
  'register.faulty': ({ faults }) =>
    `The register has faults; mend them in migrations/reference:\n${list(faults, '\n')}`,
  'pack.faulty': ({ country, faults }) =>
    `The data pack of ${text(country)} has faults; mend them in migrations/reference:\n${list(faults, '\n')}`,
  'installation.not-practice': () =>
    'This database is not for practice, and practice data never goes into another one.',
  'installation.missing': () => 'This database is not a desk yet; run "seinpost migrate" first.',
  'user.not-found': ({ email }) =>
    `Nobody here has the address ${text(email)}; "seinpost user list" shows who there is.`,
  'practice.desk-is-running': ({ address }) => `The desk at ${text(address)} is running; stop it first.`,
  'provider.unknown': ({ code }) => `There is no platform or provider "${text(code)}"; the register lists their codes.`,
  'escalation.unknown': ({ escalation }) => `There is no dossier "${text(escalation)}"; its page shows its number.`,
  'audit.no-anchors': ({ path }) =>
    `${text(path)} holds no anchors; give the file the worker writes, or a mail with anchors as it was saved.`,
  'verify.not-found': ({ path }) => `There is no file or folder ${text(path)}.`,
  'capture.not-http': () => 'Only http and https addresses can be captured; nothing was contacted.',
  'capture.no-ground': () =>
    'Name the legal ground with --ground; without one nothing is captured and nothing was contacted.',
  'capture.forbidden': () =>
    'On this legal ground nothing may be captured, ever; nothing was contacted. The address is enough.',
  'capture.unknown-ground': ({ ground }) => `There is no legal ground "${text(ground)}"; nothing was contacted.`,
  'capture.policy-too-loose': ({ asked, allowed }) =>
    `The ground allows "${text(allowed)}" at most, not "${text(asked)}"; --policy can only be stricter.`,
};

let words: Words | undefined;

/** What a rule says to an operator, in English; a rule nobody worded shows its code and facts. */
export function ruleSentence({ code, facts }: RuleViolation): string {
  return SENTENCES[code]?.(facts) ?? deskSentence(code, facts) ?? bare(code, facts);
}

function deskSentence(code: string, facts: Facts): string | undefined {
  words ??= Words.read(projectPath('templates', 'words'));
  const key = `errors.${code}`;
  try {
    return words.has('en', key) ? `${words.text('en', key, facts)}.` : undefined;
  } catch {
    return undefined; // the words want a fact that this refusal does not carry
  }
}

function bare(code: string, facts: Facts): string {
  const list = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return list.length === 0 ? `Refused: ${code}.` : `Refused: ${code} (${list.join(', ')}).`;
}

const text = (fact: unknown): string => (typeof fact === 'string' ? fact : JSON.stringify(fact ?? '?'));

const list = (facts: unknown, between = ', '): string => (Array.isArray(facts) ? facts.map(text).join(between) : '');

const named = (lists: Readonly<Record<string, unknown>>): string =>
  Object.entries(lists)
    .filter(([, list]) => Array.isArray(list) && list.length > 0)
    .map(([name, list]) => `${name} ${(list as string[]).join(', ')}`)
    .join('; ');
