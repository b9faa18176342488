import { describe, expect, test } from '@jest/globals';
import { aFile } from '#test/builders/bag.js';
import type { Call } from '../command.js';
import { verifyCommand } from './verify.command.js';

function called(args: readonly string[], cwd = '/'): Call {
  const desk = () => Promise.reject(new Error('verify needs no desk'));
  return { args, cwd, desk, note: () => undefined, json: true };
}

describe('seinpost verify', () => {
  test('answers a fault as one document and as a sentence, and fails', async () => {
    const path = await aFile('x.zip', 'not a zip');
    expect(await verifyCommand.run(called([path]))).toEqual({
      json: { ok: false, kind: 'unknown', files: 0, timestamps: 0, fault: { code: 'not-a-bag', path: 'x.zip' } },
      words: 'NOT in order: x.zip is not (part of) a bag or a capture folder (not-a-bag).',
      ok: false,
    });
  });

  test('wants exactly one path', async () => {
    await expect(verifyCommand.run(called([]))).rejects.toMatchObject({ code: 'usage' });
    await expect(verifyCommand.run(called(['a', 'b']))).rejects.toMatchObject({ code: 'usage' });
  });
});
