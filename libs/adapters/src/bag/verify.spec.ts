import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { aBagAsFiles, aFile, aFolder, sha256 } from '#test/builders/bag.js';
import { rawZip, type RawEntry } from '#test/builders/raw-zip.js';
import { verify } from './verify.js';

type Files = Record<string, string>;

function entries(files: Files, root = 'E-2026-0007'): RawEntry[] {
  return Object.entries(files).map(([path, text]) => ({ name: `${root}/${path}`, bytes: Buffer.from(text) }));
}

async function asZip(files: Files, more: RawEntry[] = []): Promise<string> {
  return aFile('bag.zip', rawZip([...entries(files), ...more]));
}

async function asFolder(files: Files): Promise<string> {
  const folder = await aFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

describe.each([
  ['a zip', asZip],
  ['a folder', asFolder],
])('a bag as %s', (_kind, stored) => {
  const faultOf = async (files: Files) => (await verify(await stored(files))).fault;

  test('is in order when nothing was touched', async () => {
    expect(await verify(await stored(aBagAsFiles()))).toEqual({
      ok: true,
      kind: 'bag',
      files: 1,
      timestamps: 0,
      fault: null,
    });
  });

  test('names the file in which one byte was changed', async () => {
    const files = { ...aBagAsFiles(), 'data/notices.csv': 'Reference\r\n' };
    expect(await faultOf(files)).toEqual({ code: 'digest-mismatch', path: 'data/notices.csv' });
  });

  test.each(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'])('notices a change in %s too', async (path) => {
    const files: Files = aBagAsFiles();
    expect(await faultOf({ ...files, [path]: `${files[path]}\n` })).toEqual({ code: 'digest-mismatch', path });
  });

  test.each(['data/notices.csv', 'bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'])(
    'names %s when it is missing',
    async (path) => {
      const files: Files = aBagAsFiles();
      delete files[path];
      expect(await faultOf(files)).toEqual({ code: 'missing', path });
    },
  );

  test.each(['data/evidence/added.png', 'added.txt'])('names %s when it was added', async (path) => {
    expect(await faultOf({ ...aBagAsFiles(), [path]: 'x' })).toEqual({ code: 'extra', path });
  });

  test('of several faults names the gravest, then the first by path', async () => {
    const files: Files = aBagAsFiles({ 'data/a': '1', 'data/b': '2', 'data/c': '3', 'data/d': '4' });
    delete files['data/a'];
    expect(await faultOf({ ...files, 'data/0': 'x', 'data/d': '9', 'data/c': '9' })).toEqual({
      code: 'digest-mismatch',
      path: 'data/c',
    });
  });

  test('does not follow a manifest that points outside', async () => {
    const files = aBagAsFiles();
    const manifest = `${sha256('x')}  data/../../x\n`;
    const fault = await faultOf({ ...files, 'manifest-sha256.txt': manifest });
    expect(fault).toEqual({ code: 'digest-mismatch', path: 'manifest-sha256.txt' });
  });

  test('is no bag when its declaration is another', async () => {
    const files: Files = { ...aBagAsFiles(), 'bagit.txt': 'BagIt-Version: 9\n' };
    delete files['tagmanifest-sha256.txt'];
    const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];
    files['tagmanifest-sha256.txt'] = tags.map((path) => `${sha256(files[path]!)}  ${path}\n`).join('');
    expect(await faultOf(files)).toEqual({ code: 'not-a-bag', path: 'bagit.txt' });
  });
});

describe.each([
  ['a zip', asZip],
  ['a folder', asFolder],
])('a capture as %s', (_kind, stored) => {
  const capture = (files: Files): Files => ({
    ...files,
    'manifest.json': JSON.stringify({ artefacts: [{ name: 'text.txt', sha256: sha256('Hallo') }] }),
  });
  const answer = async (files: Files) => verify(await stored(files));

  test('is in order when nothing was touched, time-stamp tokens beside it included', async () => {
    const files = capture({ 'text.txt': 'Hallo', 'manifest.tsa.tsr': 'token' });
    expect(await answer(files)).toEqual({ ok: true, kind: 'capture', files: 1, timestamps: 0, fault: null });
  });

  test('names the file that was changed, is missing, or was added', async () => {
    const fault = async (files: Files) => (await answer(files)).fault;
    expect(await fault(capture({ 'text.txt': 'hallo' }))).toEqual({ code: 'digest-mismatch', path: 'text.txt' });
    expect(await fault(capture({}))).toEqual({ code: 'missing', path: 'text.txt' });
    expect(await fault(capture({ 'text.txt': 'Hallo', x: '' }))).toEqual({ code: 'extra', path: 'x' });
  });

  test.each(['', '[]', 'null', '{"artefacts":1}', '{"artefacts":[{"name":"../x","sha256":"y"}]}'])(
    'is none when its manifest reads %j',
    async (manifest) => {
      expect((await answer({ 'manifest.json': manifest })).fault).toEqual({ code: 'not-a-bag', path: 'manifest.json' });
    },
  );
});

test('a capture in a bag whose own manifest says otherwise than the bag is named', async () => {
  const folder = 'data/evidence/TF-2025-000001/01';
  const manifest = JSON.stringify({ artefacts: [{ name: 'text.txt', sha256: sha256('Hallo') }] });
  const bagged = (text: string) => aBagAsFiles({ [`${folder}/manifest.json`]: manifest, [`${folder}/text.txt`]: text });
  expect((await verify(await asZip(bagged('Hallo')))).fault).toBeNull();
  const fault = { code: 'digest-mismatch', path: `${folder}/text.txt` };
  expect((await verify(await asZip(bagged('Hullo')))).fault).toEqual(fault);
});

describe('a zip made to harm gets one clear fault', () => {
  const not = (path: string) => ({
    ok: false,
    kind: 'unknown',
    files: 0,
    timestamps: 0,
    fault: { code: 'not-a-bag', path },
  });
  const withEntry = async (entry: RawEntry) => verify(await asZip(aBagAsFiles(), [entry]));

  test.each(['E-2026-0007/../../evil', '/etc/cron.d/evil', 'C:/evil', 'E-2026-0007\\evil', 'E-2026-0007/a\u0000b'])(
    'for an entry called %j',
    async (name) => expect(await withEntry({ name })).toEqual(not(name)),
  );

  test('for an entry that stands in it twice', async () => {
    expect(await withEntry({ name: 'E-2026-0007/bagit.txt' })).toEqual(not('E-2026-0007/bagit.txt'));
  });

  test('for a symbolic link', async () => {
    const link = { name: 'E-2026-0007/data/link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 };
    expect(await withEntry(link)).toEqual(not('E-2026-0007/data/link'));
  });

  test('for a second folder', async () => {
    expect(await withEntry({ name: 'other/x' })).toEqual(not('other/x'));
  });

  test('for an encrypted entry, and for an unknown way of packing', async () => {
    const name = 'E-2026-0007/data/x';
    expect(await withEntry({ name, flags: 0x0801, bytes: Buffer.alloc(12), claimedSize: 0 })).toEqual(not(name));
    expect(await withEntry({ name, method: 14 })).toEqual(not(name));
  });

  test('for an entry with another name in its own header', async () => {
    const [first, ...rest] = entries(aBagAsFiles());
    const zip = rawZip([{ ...first!, localName: 'E-2026-0007/data/other.cs' }, ...rest]);
    expect(await verify(await aFile('bag.zip', zip))).toEqual(not('data/notices.csv'));
  });

  test('for an entry that unpacks to a thousand times its size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const entry = { name: 'E-2026-0007/data/bomb', bytes: bomb, method: 8, claimedSize: 64 * 1024 * 1024 };
    expect(await withEntry(entry)).toEqual(not('E-2026-0007/data/bomb'));
  });

  test('for an entry that says it is smaller than it is', async () => {
    const text = 'reference\r\n'.repeat(1000);
    const files = aBagAsFiles({ 'data/notices.csv': text });
    const [first, ...rest] = entries(files);
    const packed = { ...first!, bytes: deflateRawSync(Buffer.from(text)), method: 8, claimedSize: 11 };
    const answer = await verify(await aFile('bag.zip', rawZip([packed, ...rest])));
    expect(answer.fault).toEqual({ code: 'digest-mismatch', path: 'data/notices.csv' });
  });

  test('for a file that is no zip, an empty one, and one cut off anywhere', async () => {
    const whole = rawZip(entries(aBagAsFiles()));
    for (const bytes of [Buffer.from('not a zip'), Buffer.alloc(0), whole.subarray(0, 500), whole.subarray(0, -3)]) {
      expect(await verify(await aFile('bag.zip', bytes))).toEqual(not('bag.zip'));
    }
  });

  test('for a zip that holds no bag, and for one that holds nothing', async () => {
    expect(await verify(await asZip({ 'readme.txt': 'hi' }))).toEqual(not('bag.zip'));
    expect(await verify(await aFile('bag.zip', rawZip([])))).toEqual(not('bag.zip'));
  });

  test('whatever single byte of it is turned, it answers and never says that a changed file is in order', async () => {
    const whole = rawZip(entries(aBagAsFiles()));
    const payload = whole.indexOf('reference\r\n');
    for (let at = 0; at < whole.length; at += 3) {
      const bent = Buffer.from(whole);
      bent[at] = bent[at]! ^ 0x01;
      const answer = await verify(await aFile('bag.zip', bent));
      if (at >= payload && at < payload + 11) expect(answer.fault?.code).toBe('digest-mismatch');
      expect(answer.ok).toBe(answer.fault === null);
    }
  });
});

describe('a folder made to mislead', () => {
  test('is no bag when a link lies in it', async () => {
    const folder = await asFolder(aBagAsFiles());
    await rm(join(folder, 'data/notices.csv'));
    await symlink('/etc/hostname', join(folder, 'data/notices.csv'));
    expect((await verify(folder)).fault).toEqual({ code: 'not-a-bag', path: 'data/notices.csv' });
  });

  test('is no bag when it holds neither bagit.txt nor manifest.json', async () => {
    expect((await verify(await asFolder({ x: 'y' }))).fault?.code).toBe('not-a-bag');
  });

  test('that is not there is told as such', async () => {
    await expect(verify('/nowhere/at/all')).rejects.toMatchObject({ code: 'verify.not-found' });
  });
});
