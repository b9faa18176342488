import { randomBytes } from 'node:crypto';
import type Handlebars from 'handlebars';
import type { DeskLanguage } from '#domain/access/preference.js';
import { machineMoment, writeMoment, writeNumber } from './display.js';
import { safeAddress } from './safe-address.js';
import type { WordFacts, Words } from './words.js';

/** What a template may ask for; all of them only show, none knows a rule. */
export const HELPERS = [
  't',
  'say',
  'choices',
  'date',
  'instant',
  'number',
  'percent',
  'eq',
  'or',
  'safeUrl',
  'join',
  'once',
] as const;

type Options = Handlebars.HelperOptions;

/** Teaches one Handlebars environment its helpers. The language stands in the data under `language`. */
export function teach(handlebars: typeof Handlebars, words: Words, zone: string): void {
  const helpers: Record<(typeof HELPERS)[number], Handlebars.HelperDelegate> = {
    t: (...args: unknown[]) => say(words, args),
    say: (key: unknown, facts: unknown, asked: unknown) =>
      words.text(language(asked as Options), String(given(key, 'say')), facts as WordFacts),
    choices: (prefix: unknown, values: unknown, asked: unknown) => choices(words, [prefix, values], asked as Options),
    date: (value: unknown, ...rest: unknown[]) =>
      writeMoment(given(value, 'date'), form(rest), language(options(rest)), zone),
    instant: (value: unknown) => machineMoment(given(value, 'instant'), zone),
    number: (value: unknown, ...rest: unknown[]) =>
      writeNumber(given(value, 'number'), Number(options(rest).hash['decimals'] ?? 0), language(options(rest))),
    percent: (value: unknown, ...rest: unknown[]) => percent(value, options(rest)),
    eq: (left: unknown, right: unknown) => left === right,
    or: (...args: unknown[]) => args.slice(0, -1).find(Boolean),
    safeUrl: (address: unknown) => safeAddress(given(address, 'safeUrl')),
    join: (...args: unknown[]) =>
      args
        .slice(0, -1)
        .map((part) => String(given(part, 'join')))
        .join(''),
    once: () => randomBytes(16).toString('base64url'),
  };
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
}

/** `{{t 'cases.count' n=3}}`; several parts are joined by dots: `{{t 'roles' person.role}}`. */
function say(words: Words, args: unknown[]): string {
  const asked = options(args);
  const key = args
    .slice(0, -1)
    .map((part) => String(given(part, 't')))
    .join('.');
  return words.text(language(asked), key, asked.hash as Record<string, unknown>);
}

/** Options of a field from codes: `{{> field/select options=(choices 'roles' roles)}}` words each as `roles.<code>`. */
function choices(words: Words, [prefix, values]: [unknown, unknown], asked: Options) {
  const codes = given(values, 'choices') as readonly string[];
  return codes.map((value) => ({ value, text: words.text(language(asked), `${String(prefix)}.${value}`), hint: null }));
}

function percent(value: unknown, asked: Options): string {
  if (value === null) return '–';
  return `${writeNumber(given(value, 'percent'), Number(asked.hash['decimals'] ?? 1), language(asked))}%`;
}

/** Strict mode does not look at what helpers are given, so they look themselves: a missing fact is an error. */
function given(value: unknown, helper: string): unknown {
  if (value === undefined) throw new Error(`{{${helper}}} was given a fact that is missing`);
  return value;
}

const options = (args: unknown[]): Options => args.at(-1) as Options;
const language = (asked: Options): DeskLanguage => (asked.data as { language: DeskLanguage }).language;
const form = ([wanted]: unknown[]): string => (typeof wanted === 'string' ? wanted : 'short');
