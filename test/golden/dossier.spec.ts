import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectPath } from '#adapters/settings/project.js';
import { dossierCases } from './dossier-cases.js';

const FOLDER = projectPath('test', 'golden', 'dossier');

test('a dossier has the documents that were looked at, byte for byte', async () => {
  const cases = await dossierCases();
  for (const [name, text] of cases) expect({ name, text }).toEqual({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') });
  expect([...cases.keys()].sort()).toEqual(kept());
});

test('nothing of the public documents tells where an item stood or what was written about it', async () => {
  const open = [...(await dossierCases())].filter(([name]) => name.startsWith('public/'));
  for (const [name, text] of open) {
    expect({ name, found: /posts\/100|1:23|CASE-77|herinneringen|\.eml/.exec(text)?.[0] }).toEqual({ name });
  }
});

function kept(): string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FOLDER, `${entry.parentPath}/${entry.name}`))
    .sort();
}
