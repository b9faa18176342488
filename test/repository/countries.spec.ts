import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { packFolders, readCountryPack } from '#adapters/files/country-packs.js';
import { projectPath } from '#adapters/settings/project.js';

/** What no code may know: the codes of a country's grounds, and the folder of its pack. */
const CODES = packFolders().flatMap((cc) => readCountryPack(cc).grounds.map(({ code }) => code));
const KNOWN = new RegExp(`['"\`](${CODES.join('|')})['"\`]|reference['"/, ]+(${packFolders().join('|')})['"/]`, 'g');
/** Numbers that mean a provision of one country, in words as lawyers write them. */
const PROVISION = /\b(?:Sr|Aw|BW|StGB|KunstUrhG|UAVG)\s?\d|§\s?\d+[a-z]? (?:StGB|KUG)|\bartikel \d+[a-z]/g;

function sources(): readonly (readonly [string, string])[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => [`${folder}/${name}`, readFileSync(projectPath(folder, name), 'utf8')] as const),
  );
}

test('no code knows the legal grounds of a country', () => {
  const found = sources().flatMap(([name, text]) => [...text.matchAll(KNOWN)].map(([what]) => `${name}: ${what}`));
  expect(found).toEqual([]);
});

test('no code knows the number of a national provision', () => {
  const found = sources().flatMap(([name, text]) => [...text.matchAll(PROVISION)].map(([what]) => `${name}: ${what}`));
  expect(found).toEqual([]);
});

test('this test would notice', () => {
  for (const line of ["of('AW21')", "projectPath('migrations', 'reference', 'nl', 'laws.json')", 'reference/nl/'])
    expect(line).toMatch(new RegExp(KNOWN.source));
  for (const line of ['Sr 252', 'Aw 21', '§ 201a StGB', 'artikel 139h'])
    expect(line).toMatch(new RegExp(PROVISION.source));
});
