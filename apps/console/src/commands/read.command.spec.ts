import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../command.js';
import { readCommand } from './read.command.js';

const cwd = mkdtempSync(join(tmpdir(), 'read-'));
const mail = (text: string) =>
  `From: Support <s@platform.example>\nTo: d@desk.example\nSubject: Re: notice\nMessage-ID: <1@p>\nDate: Mon, 16 Nov 2026 10:00:00 +0100\n\n${text}\n`;
writeFileSync(join(cwd, 'removed.eml'), mail('We have removed https://www.platform.example/p/1/ for you.'));
writeFileSync(join(cwd, 'huge.eml'), `X: ${'y'.repeat(2_000_000)}\n\nx`);

const called = (...args: string[]): Call => ({
  args,
  cwd,
  desk: () => Promise.reject(new Error('needs no desk')),
  note: () => undefined,
  json: true,
});

describe('seinpost read', () => {
  test('answers one file with one reading, addresses as they were given', async () => {
    const answer = await readCommand.run(called('removed.eml', '--url', 'https://platform.example/p/1'));
    expect(answer.ok).toBe(true);
    expect(Object.keys(answer.json as object)).toEqual(
      'meaning outcome items reference basis territory redressMentioned language confidence because'.split(' '),
    );
    expect(answer.json).toMatchObject({
      meaning: 'decision',
      outcome: 'removed',
      items: [{ url: 'https://platform.example/p/1', outcome: 'removed' }],
    });
  });

  test('answers several files line by line in their order, and goes on after one that cannot be read', async () => {
    const answer = await readCommand.run(called('removed.eml', 'missing.eml', 'huge.eml', 'removed.eml'));
    expect(answer).toMatchObject({ lines: true, ok: false });
    const lines = answer.json as { file: string; error?: string; meaning?: string }[];
    expect(lines.map(({ file }) => file)).toEqual(['removed.eml', 'missing.eml', 'huge.eml', 'removed.eml']);
    expect(lines.map(({ error }) => error === undefined)).toEqual([true, false, false, true]);
  });

  test('wants a file, and knows no other options', async () => {
    await expect(readCommand.run(called())).rejects.toMatchObject({ code: 'usage' });
    await expect(readCommand.run(called('removed.eml', '--guess'))).rejects.toMatchObject({ code: 'usage' });
  });
});
