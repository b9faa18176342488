import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemblePack, type CountryPack, type PackFiles } from '#domain/ground/country-pack.js';
import { packFaults, type Keywords } from '#domain/ground/pack-faults.js';
import type { PackFault, PackFile } from '#domain/ground/pack-fault.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { projectPath } from '../settings/project.js';
import { NotJson, readJsonLines, type LinedJson } from './json-lines.js';

const FILES = ['pack', 'laws', 'grounds', 'explanations'] as const satisfies readonly PackFile[];

/** Where the data packs of countries stand, each in a folder named by its country, beside the official keywords. */
export const PACKS = projectPath('migrations', 'reference');

/** The folders that hold a country's data pack, by the lower-case code of the country. */
export const packFolders = (root = PACKS): string[] =>
  readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'pack.json')))
    .sort();

/**
 * The pack of a country (ISO 3166 alpha-2, either case). Refuses `pack.missing`, and `pack.faulty` with every fault as
 * `file:line: what is wrong`.
 */
export function readCountryPack(country: string, root = PACKS): CountryPack {
  const cc = country.toLowerCase();
  const there = packFolders(root);
  if (!there.includes(cc)) throw new RuleViolation('pack.missing', { country, there });
  const read = new Map(FILES.map((file) => [file, linedFile(root, cc, file)]));
  const files = Object.fromEntries(FILES.map((file) => [file, read.get(file)!.value])) as unknown as PackFiles;
  const faults = packFaults(cc, files, keywordsIn(root));
  if (faults.length === 0) return assemblePack(files);
  throw new RuleViolation('pack.faulty', { country, faults: faults.map((fault) => told(cc, fault, read)) });
}

/** The official keywords of `categories.json`, each with the category it refines. */
export function keywordsIn(root = PACKS): Keywords {
  const { keywords } = JSON.parse(readFileSync(join(root, 'categories.json'), 'utf8')) as {
    keywords: readonly { readonly code: string; readonly category: string | null }[];
  };
  return new Map(keywords.map(({ code, category }) => [code, category]));
}

function linedFile(root: string, cc: string, file: PackFile): LinedJson {
  try {
    return readJsonLines(readFileSync(join(root, cc, `${file}.json`), 'utf8'));
  } catch (error) {
    const line = error instanceof NotJson ? error.line : 1;
    const why = error instanceof NotJson ? error.why : 'the file cannot be read';
    throw new RuleViolation('pack.faulty', { country: cc, faults: [`${cc}/${file}.json:${line}: ${why}`] });
  }
}

function told(cc: string, { file, path, code, value }: PackFault, read: ReadonlyMap<PackFile, LinedJson>): string {
  const shown = value === '' ? '' : ` "${value}"`;
  return `${cc}/${file}.json:${read.get(file)!.lineOf(path)}: ${path.join('.')}: ${code}${shown}`;
}
