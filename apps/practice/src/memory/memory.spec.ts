import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Memory } from './memory.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-book-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stand = { standing: 'gone', since: '2026-11-21T12:00:00.000Z', notice: 1 } as const;

describe('The memory of the practice platform', () => {
  test('is on disk when a change is done, also when many change it at once', async () => {
    const memory = await Memory.open(folder, false);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => memory.change((book) => void (book.posts[`post-${index}`] = stand))),
    );
    const again = await Memory.open(folder, false);
    expect(Object.keys(again.book.posts)).toHaveLength(20);
  });

  test('is empty after a reset', async () => {
    await (await Memory.open(folder, false)).change((book) => void (book.posts['a'] = stand));
    await Memory.open(folder, true);
    expect((await Memory.open(folder, false)).book.posts).toEqual({});
  });

  test.each(['{"version":1,', '{"version":2}', 'null'])('puts aside a book it cannot read: %s', async (text) => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await writeFile(join(folder, 'practice.json'), text);
    const memory = await Memory.open(folder, false);
    said.mockRestore();
    expect(memory.book.notices).toEqual([]);
    const aside = (await readdir(folder)).find((name) => name.startsWith('practice.unreadable'));
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(text);
  });
});
