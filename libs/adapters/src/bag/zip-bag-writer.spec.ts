import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { aBag, aBagFile, aFile, aFolder, sha256 } from '#test/builders/bag.js';
import yauzl from 'yauzl';
import { openZip } from './open-zip.js';
import { readText } from './bag-files.js';
import { verify } from './verify.js';
import { ZipBagWriter } from './zip-bag-writer.js';

const writer = new ZipBagWriter();

async function written(bag = aBag()) {
  const out = join(await aFolder(), 'bag.zip');
  return { out, bag: await writer.write(bag, out) };
}

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  const zip = await yauzl.openPromise(path, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  return names;
}

describe('a bag written as a zip', () => {
  test('verifies, and its SHA-256 is that of the file', async () => {
    const { out, bag } = await written();
    expect(bag).toEqual({ file: out, sha256: sha256(await readFile(out)), files: 2 });
    expect(await verify(out)).toEqual({ ok: true, kind: 'bag', files: 2, timestamps: 0, fault: null });
  });

  test('holds one folder named after the dossier, whatever the zip is called', async () => {
    const { out } = await written();
    expect(await namesIn(out)).toEqual([
      'E-2026-0007/bagit.txt',
      'E-2026-0007/data/correspondence/a/1.eml',
      'E-2026-0007/data/notices.csv',
      'E-2026-0007/bag-info.txt',
      'E-2026-0007/manifest-sha256.txt',
      'E-2026-0007/tagmanifest-sha256.txt',
    ]);
  });

  test('says how large the payload is, and lists each file with its digest in the form of sha256sum', async () => {
    const { out } = await written();
    const zip = await openZip(out);
    const text = async (path: string) => readText(zip.files.get(path)!);
    expect(await text('bag-info.txt')).toBe('Source-Organization: Voorbeeldmeldpunt\nPayload-Oxum: 32.2\n');
    expect(await text('manifest-sha256.txt')).toBe(
      `${sha256('Hallo')}  data/correspondence/a/1.eml\n${sha256('reference\r\nTF-2026-000001\r\n')}  data/notices.csv\n`,
    );
    zip.close();
  });

  test('has the same bytes for the same contents, in any order and any time zone', async () => {
    const { bag: first } = await written();
    const { bag: second } = await written(aBag({ files: [...aBag().files].reverse() }));
    expect(second.sha256).toBe(first.sha256);
    const { bag: later } = await written(aBag({ at: new Date('2026-11-21T18:25:45.000Z') }));
    expect(later.sha256).not.toBe(first.sha256);
  });

  test('keeps many files in order without holding them', async () => {
    const files = Array.from({ length: 3000 }, (_, n) =>
      aBagFile(`correspondence/TF-${n}/1.eml`, `mail ${n}\n`.repeat(50)),
    );
    const { out } = await written(aBag({ files }));
    expect(await verify(out)).toMatchObject({ ok: true, files: 3000 });
  });
});

test('a place where no file can stand is told as such', async () => {
  const folder = await aFolder();
  const file = await aFile('not-a-folder', '');
  await expect(writer.write(aBag(), folder)).rejects.toMatchObject({
    code: 'bag.cannot-write',
    facts: { why: 'EISDIR' },
  });
  await expect(writer.write(aBag(), join(file, 'x.zip'))).rejects.toMatchObject({ code: 'bag.cannot-write' });
});

test('a new bag takes the place of the one that had its name', async () => {
  const { out, bag } = await written();
  const { sha256: digest } = await writer.write(aBag({ name: 'E-2026-0008' }), out);
  expect(digest).not.toBe(bag.sha256);
  expect(digest).toBe(sha256(await readFile(out)));
});

describe('nothing stands under the final name', () => {
  async function refused(bag = aBag()) {
    const out = join(await aFolder(), 'bag.zip');
    const code = await writer.write(bag, out).then(
      () => 'written',
      (error: { code?: string; message: string }) => error.code ?? error.message,
    );
    return { code, left: await readdir(dirname(out)) };
  }

  test('when a file is other than our records say', async () => {
    const recorded = { sha256: sha256('Hallo'), bytes: 5 };
    const files = [{ ...aBagFile('evidence/1.png', 'Hullo'), recorded }];
    expect(await refused(aBag({ files }))).toEqual({ code: 'bag.not-as-recorded', left: [] });
  });

  test('when a file cannot be read to its end', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('half'));
      throw new Error('disk gone');
    }
    expect(await refused(aBag({ files: [{ path: 'x.eml', content: broken }] }))).toEqual({
      code: 'disk gone',
      left: [],
    });
  });

  test.each(['../x', '/etc/passwd', 'a//b', 'a\\b', 'a\nb'])('when a file would be called %j', async (path) => {
    expect(await refused(aBag({ files: [aBagFile(path, 'x')] }))).toEqual({ code: 'bag.unsafe-path', left: [] });
  });

  test('when two files would land on one name, also on a system that ignores capitals', async () => {
    const files = [aBagFile('Mail.eml', 'a'), aBagFile('mail.eml', 'b')];
    expect(await refused(aBag({ files }))).toEqual({ code: 'bag.two-files-of-one-name', left: [] });
  });
});
