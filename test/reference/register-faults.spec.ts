import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readRegister } from '#adapters/files/register-lists.js';
import { projectPath } from '#adapters/settings/project.js';
import type { RuleViolation } from '#domain/rule-violation.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seinpost-register-'));
  for (const file of ['providers.json', 'platforms.json']) {
    cpSync(projectPath('migrations', 'reference', file), join(folder, file));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Plants a fault at the first place of `right` after `after`; answers what is said and the line it stands on. */
function planted(file: string, [after, right, wrong]: readonly [string, string, string]) {
  const text = readFileSync(join(folder, file), 'utf8');
  const at = text.indexOf(right, text.indexOf(after));
  expect({ right, found: at >= 0 }).toEqual({ right, found: true });
  writeFileSync(join(folder, file), text.slice(0, at) + wrong + text.slice(at + right.length));
  return { said: faults(), place: `${file}:${text.slice(0, at).split('\n').length}:` };
}

function faults(): readonly string[] {
  try {
    readRegister(folder);
    return [];
  } catch (error) {
    return (error as RuleViolation).facts['faults'] as string[];
  }
}

describe('the lists of the register', () => {
  test('are read as they stand', () => expect(readRegister(folder).platforms.length).toBeGreaterThan(40));

  test.each([
    ['providers.json', '"tiktok"', '"IE"', '"Ireland"', 'country: bad-country "Ireland"'],
    ['providers.json', '"tiktok"', '"confidence": "V"', '"confidence": "X"', 'confidence: unknown-word "X"'],
    ['providers.json', '"tiktok"', '"enquiries"', '"notices"', 'purpose: unknown-word "notices"'],
    ['platforms.json', '"tiktok"', '"providerCode": "tiktok"', '"providerCode": "tik"', 'unknown-provider "tik"'],
    ['platforms.json', '"tiktok"', '"tiktok.com"', '"*.tiktok.com"', 'hosts.0: bad-host "*.tiktok.com"'],
    ['platforms.json', '"tiktok"', '"tiktok.com"', '"instagram.com"', 'hosts.0: there-twice "instagram.com"'],
    ['platforms.json', '"tiktok"', '"web-form"', '"fax"', 'kind: unknown-word "fax"'],
    ['platforms.json', '"tiktok"', '"field": "law"', '"field": "star-sign"', 'field: unknown-word "star-sign"'],
    ['platforms.json', '"tiktok"', '"maxChars": null', '"maxChars": -1', 'maxChars: bad-number "-1"'],
    ['platforms.json', '"tiktok"', '"verifiedOn": null', '"verifiedOn": "soon"', 'verifiedOn: bad-day "soon"'],
    ['platforms.json', '"tiktok"', '"Community Partner Channel."', '""', 'note.nl: missing-language "nl"'],
    ['platforms.json', '"facebook"', '"en": "The minor."', '"en": " "', 'who.en: missing-language "en"'],
    ['platforms.json', '"facebook"', '"en": "In-app', '"en": [], "x": "In-app', 'replies.en: missing-language "en"'],
    ['platforms.json', '"tiktok"', '"V"\n  }', '"K"\n  }', 'not-as-sure'],
  ])('%s: near %s, %s as %s is refused with its line', (...row) => {
    const [file, after, right, wrong, says] = row as [string, string, string, string, string];
    const { said, place } = planted(file, [after, right, wrong]);
    expect(said.filter((fault) => fault.includes(says))).toHaveLength(1);
    expect(said.map((fault) => fault.startsWith(file))).not.toContain(false);
    if (!right.includes('\n')) expect(said.find((fault) => fault.includes(says))?.startsWith(place)).toBe(true);
  });

  test('that are no JSON are refused with the line', () => {
    expect(planted('providers.json', ['"meta"', '"legalEntity":', '"legalEntity"']).said[0]).toMatch(
      /^providers\.json:4: /,
    );
  });
});
