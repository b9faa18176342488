import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CaptureFolder } from './capture-folder.js';

const at = new Date('2026-11-21T18:25:00.123Z');
let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'seinpost-folder-test-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

async function captured(words: string): Promise<string> {
  const room = new CaptureFolder(join(out, 'new', 'deep'));
  await writeFile(join(await room.open(), 'manifest.json'), words);
  return room.finish('https://a.example:8443/post', at);
}

describe('the folder of a capture', () => {
  test('is made where none was, and named after its instant and host', async () => {
    expect(await captured('one')).toBe(join(out, 'new', 'deep', '20261121T182500Z-a.example'));
  });

  test('never takes the place of another, also when they come at once', async () => {
    const folders = await Promise.all(['a', 'b', 'c', 'd'].map(captured));
    expect(new Set(folders).size).toBe(4);
    const words = await Promise.all(folders.map((folder) => readFile(join(folder, 'manifest.json'), 'utf8')));
    expect(words).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is not left behind when the capture was not finished', async () => {
    const room = new CaptureFolder(out);
    await writeFile(join(await room.open(), 'text.txt'), 'half');
    await room.discard();
    expect(await readdir(out)).toEqual([]);
  });
});
