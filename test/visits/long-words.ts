import { readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { type Tree, Words } from '#adapters/templates/words.js';

/** The desk's words with accents, marks at both ends and forty percent more room, as a long language would have. */
export function longWords(): Words {
  const nl = longer(JSON.parse(readFileSync(projectPath('templates', 'words', 'nl.json'), 'utf8')) as Tree);
  return Words.of({ nl, en: nl });
}

const longer = (tree: Tree): Tree =>
  Object.fromEntries<Tree[string]>(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? stretched(value) : longer(value as Tree),
    ]),
  );

/** Facts in braces stay as they are. */
function stretched(text: string): string {
  const accented = text.replaceAll(/\{\w+\}|[aeiou]/g, (part) => ACCENTS[part] ?? part);
  return `[${accented}${' ~'.repeat(Math.ceil(text.length / 5))}]`;
}

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'û' };
