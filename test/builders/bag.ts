import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BagContents, BagFile } from '#application/report/bag-writer.js';

/** The SHA-256 of bytes or text, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A payload file with this text. */
export function aBagFile(path: string, text: string): BagFile {
  return { path, content: () => pieces(text) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- content is an async iterable
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000));
}

/** A small bag with two files in two folders. */
export function aBag(overrides: Partial<BagContents> = {}): BagContents {
  return {
    name: 'E-2026-0007',
    info: [['Source-Organization', 'Voorbeeldmeldpunt']],
    files: [aBagFile('notices.csv', 'reference\r\nTF-2026-000001\r\n'), aBagFile('correspondence/a/1.eml', 'Hallo')],
    at: new Date('2026-11-21T18:25:43.000Z'),
    ...overrides,
  };
}

/** The same bag as bytes by path inside its folder, to be bent by a test. */
export function aBagAsFiles(payload: Record<string, string> = { 'data/notices.csv': 'reference\r\n' }) {
  const files: Record<string, string> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': 'Source-Organization: Voorbeeldmeldpunt\n',
    'manifest-sha256.txt': manifestOf(payload),
  };
  return { ...payload, ...files, 'tagmanifest-sha256.txt': manifestOf(files) };
}

function manifestOf(files: Record<string, string>): string {
  return Object.entries(files)
    .map(([path, text]) => `${sha256(text)}  ${path}\n`)
    .join('');
}

/** A fresh folder of its own under the system's temporary folder. */
export function aFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'seinpost-test-'));
}

/** Writes bytes into a fresh folder and answers the file's path. */
export async function aFile(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(await aFolder(), name);
  await writeFile(path, bytes);
  return path;
}
