import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ReferenceGrounds } from './reference-grounds.js';

describe('the grounds of the reference data', () => {
  test('forbid a capture of child sexual abuse material', async () => {
    const grounds = new ReferenceGrounds();
    for (const code of ['SR252', 'SR253', 'CSAM_AI']) expect(await grounds.of(code)).toBe('forbidden');
    expect(await grounds.of('AW21')).toBe('full');
    expect(await grounds.of('SR254BA_SHARE')).toBe('masked');
    expect(await grounds.of('DE_STGB184B')).toBe('forbidden');
  });

  test('do not know a code that is not theirs, in the exact spelling', async () => {
    const grounds = new ReferenceGrounds();
    for (const code of ['', 'aw21', 'AW21 ', 'constructor', '__proto__'])
      expect(await grounds.of(code)).toBeUndefined();
  });

  test('forbid where the data holds a word nobody knows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seinpost-grounds-test-'));
    await mkdir(join(folder, 'xx'));
    await writeFile(join(folder, 'xx', 'pack.json'), '{}');
    await writeFile(join(folder, 'xx', 'grounds.json'), '[{"code":"A","capturePolicy":"Full"},{"code":"B"}]');
    const grounds = new ReferenceGrounds(folder);
    expect([await grounds.of('A'), await grounds.of('B')]).toEqual(['forbidden', 'forbidden']);
    await rm(folder, { recursive: true });
  });
});
