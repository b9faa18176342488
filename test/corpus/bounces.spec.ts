import { afterAll, describe, expect } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { ChildMailParser } from '#adapters/mail/parse/child-mail-parser.js';
import { readReply } from '#domain/correspondence/read-reply.js';
import type { Meaning } from '#domain/correspondence/reading.js';
import { corpusPath, whenCorpusIsThere } from '#test/setup/when-corpus-is-there.js';

const parser = new ChildMailParser();
afterAll(() => parser.close());

/** Every third mail was kept away while the rules were written. */
const isHeldOut = (at: number): boolean => at % 3 === 2;

const BOUNCED: readonly Meaning[] = ['undelivered', 'delayed'];

function isRight(name: string, meaning: Meaning): boolean {
  if (name.startsWith('rfc3834')) return meaning === 'automatic-answer';
  return name.startsWith('arf') ? meaning === 'feedback-report' : BOUNCED.includes(meaning);
}

async function read(): Promise<{ name: string; meaning: Meaning; heldOut: boolean }[]> {
  const names = readdirSync(corpusPath('bounces'))
    .filter((name) => name.endsWith('.eml'))
    .sort();
  const rows = [];
  for (const [at, name] of names.entries()) {
    const mail = await parser.parse(readFileSync(corpusPath('bounces', name)));
    rows.push({ name, meaning: readReply(mail, { urls: [] }).meaning, heldOut: isHeldOut(at) });
  }
  return rows;
}

describe('real bounces, feedback reports and automatic answers', () => {
  whenCorpusIsThere('are read as what they are, and never as a decision', async () => {
    const rows = await read();
    expect(rows).toHaveLength(420);
    expect(rows.filter(({ meaning }) => meaning === 'decision')).toEqual([]);
    for (const heldOut of [false, true]) {
      const part = rows.filter((row) => row.heldOut === heldOut);
      const right = part.filter(({ name, meaning }) => isRight(name, meaning)).length;
      expect({ heldOut, share: right / part.length > 0.97 }).toEqual({ heldOut, share: true });
    }
    expect(rows.filter(({ name, meaning }) => name.startsWith('rfc3834') && !isRight(name, meaning))).toEqual([]);
  });
});
