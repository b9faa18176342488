import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '#adapters/settings/project.js';
import { plain } from './form-in.js';

/** What holds no words of the desk: somebody's own text, an address, a moment, a key, a text in a language of its own. */
const QUOTED =
  /^<(?:pre|code|kbd|bdi|time|script|style|textarea)\b| lang="|class="[^"]*\b(?:typed|address|fixed|letter)\b/;
const WITHOUT_END = /^<(?:input|br|img|meta|link|hr|path|use|circle|rect|line|polygon|!)/;
const SPOKEN = / (?:aria-label|alt|placeholder|title|data-says)="([^"]+)"/g;

/** Texts of a page that the desk itself says, one by one, also those that are only read aloud. */
export function textsOf(html: string): string[] {
  const texts: string[] = [];
  let quoted = 0;
  for (const [tag, text] of html.replace(/^[^]*?<body/, '<body').matchAll(/<[^>]*>|([^<]+)/g)) {
    if (text !== undefined) {
      if (quoted === 0) texts.push(plain(text).trim());
      continue;
    }
    for (const [, spoken] of quoted > 0 ? [] : tag.matchAll(SPOKEN)) texts.push(plain(spoken!));
    if (WITHOUT_END.test(tag) || tag.endsWith('/>')) continue;
    if (tag.startsWith('</')) quoted = Math.max(0, quoted - 1);
    else if (quoted > 0 || QUOTED.test(tag)) quoted += 1;
  }
  return texts.filter((text) => text !== '');
}

const LISTS = projectPath('migrations', 'reference');

/** Everything that the lists say which people maintain: names of platforms, titles of grounds, the organisation. */
export const listed = (): string =>
  files()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replaceAll('\\"', '"');

const files = (): string[] =>
  readdirSync(LISTS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));

/** Texts of those lists that have one for each language, and are in this one alone. */
export function onlyIn(language: 'nl' | 'en'): ReadonlySet<string> {
  const texts = files().flatMap((file) => pairsIn(JSON.parse(readFileSync(file, 'utf8'))));
  const own = new Set(texts.map((pair) => pair[language]));
  for (const pair of texts) own.delete(pair[language === 'nl' ? 'en' : 'nl']);
  return own;
}

type Pair = Readonly<Record<'nl' | 'en', string>>;

/** `{titleNl, titleEn}` and `{nl, en}`, wherever they stand. */
function pairsIn(value: unknown): Pair[] {
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const pairs = Object.keys(fields).flatMap((name) => {
    const [nl, en] = [fields[name], fields[name.replace(/(n|N)l$/, (_, n: string) => (n === 'n' ? 'en' : 'En'))]];
    return /(?:^n|N)l$/.test(name) && typeof nl === 'string' && typeof en === 'string' ? [{ nl, en }] : [];
  });
  return [...pairs, ...Object.values(fields).flatMap(pairsIn)];
}
