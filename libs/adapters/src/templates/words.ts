import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESK_LANGUAGES, type DeskLanguage } from '#domain/access/preference.js';

/** Values that stand in words as `{name}`; `n` also chooses between `one` and `other`. */
export type WordFacts = Readonly<Record<string, unknown>>;

/** A text, or two of which the number `n` chooses. */
type Entry = string | { readonly one: string; readonly other: string };

/** What the desk says, in each of its languages, by key (`sign-in.title`). Unknown keys and missing facts are errors. */
export class Words {
  private constructor(private readonly byLanguage: ReadonlyMap<DeskLanguage, ReadonlyMap<string, Entry>>) {}

  /** Reads `<folder>/nl.json` and `<folder>/en.json`. */
  static read(folder: string): Words {
    const read = (language: DeskLanguage) => JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Tree;
    return new Words(new Map(DESK_LANGUAGES.map((language) => [language, flat(read(language))])));
  }

  /** Words from a tree given in code, for tests that ask what happens with other words. */
  static of(trees: Readonly<Record<DeskLanguage, Tree>>): Words {
    return new Words(new Map(DESK_LANGUAGES.map((language) => [language, flat(trees[language])])));
  }

  text(language: DeskLanguage, key: string, facts: WordFacts = {}): string {
    const entry = this.entries(language).get(key);
    if (entry === undefined) throw new Error(`no words for "${key}" in ${language}`);
    const chosen = typeof entry === 'string' ? entry : entry[plural(language, facts['n'], key)];
    return chosen.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => fact(facts, name, key, language));
  }

  has(language: DeskLanguage, key: string): boolean {
    return this.entries(language).has(key);
  }

  keys(language: DeskLanguage): readonly string[] {
    return [...this.entries(language).keys()];
  }

  private entries(language: DeskLanguage): ReadonlyMap<string, Entry> {
    const entries = this.byLanguage.get(language);
    if (!entries) throw new Error(`the desk does not speak "${language}"`);
    return entries;
  }
}

export interface Tree {
  readonly [key: string]: Entry | Tree;
}

function flat(tree: Tree, before = ''): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(tree)) {
    if (isEntry(value)) entries.set(before + key, value);
    else for (const [deeper, entry] of flat(value, `${before}${key}.`)) entries.set(deeper, entry);
  }
  return entries;
}

const isEntry = (value: Entry | Tree): value is Entry =>
  typeof value === 'string' || (typeof value['one'] === 'string' && typeof value['other'] === 'string');

function plural(language: DeskLanguage, n: unknown, key: string): 'one' | 'other' {
  if (typeof n !== 'number') throw new Error(`"${key}" needs a number n`);
  return RULES[language].select(n) === 'one' ? 'one' : 'other';
}

/** Made once: making one takes a hundred times as long as asking it. */
const RULES = { nl: new Intl.PluralRules('nl'), en: new Intl.PluralRules('en') };
const NUMBERS = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') };

function fact(facts: WordFacts, name: string, key: string, language: DeskLanguage): string {
  const value = facts[name];
  if (value === undefined || value === null) throw new Error(`"${key}" needs the fact ${name}`);
  if (typeof value === 'number') return NUMBERS[language].format(value);
  if (typeof value !== 'string') throw new Error(`the fact ${name} of "${key}" is neither text nor number`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value, language) : value;
}

/** `21 november 2026` for an ISO day, which nobody reads aloud; what names no day that exists stays as it is. */
function dayInWords(day: string, language: DeskLanguage): string {
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return day;
  return moment.toLocaleDateString(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}
