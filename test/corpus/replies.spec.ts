import { afterAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChildMailParser } from '#adapters/mail/parse/child-mail-parser.js';
import { readReply } from '#domain/correspondence/read-reply.js';

/** From dist/test/corpus to the sources: fixtures are not compiled. */
const FOLDER = join(import.meta.dirname, '../../../test/fixtures/replies');
const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.eml'))
  .sort();
const parser = new ChildMailParser();
afterAll(() => parser.close());

describe('an invented reply is read as it deserves', () => {
  test('there are enough of them, in both languages', () => {
    expect(names.length).toBeGreaterThan(150);
  });

  test.each(names)('%s', async (name) => {
    const { known = [], ...expected } = JSON.parse(
      readFileSync(join(FOLDER, name.replace(/eml$/, 'json')), 'utf8'),
    ) as { known?: string[] };
    const reading = readReply(await parser.parse(readFileSync(join(FOLDER, name))), { urls: known });
    expect(reading).toMatchObject(expected);
    expect(reading.because.length).toBeGreaterThan(0);
    if (reading.meaning !== 'decision')
      expect(reading).toMatchObject({ outcome: null, items: [], territory: [], basis: null });
  });
});
