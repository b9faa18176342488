import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FoundMail } from '#application/correspondence/ingest-mail.js';
import { mailsInMbox } from './mbox.js';
import { receivedTime } from './received-time.js';

/** Bytes of one mail; a larger one is refused, as the mail intake refuses it. */
export const LARGEST_MAIL = 50 * 1024 * 1024;
/** Bytes of an mbox that is read whole. */
const LARGEST_MBOX = 1024 * 1024 * 1024;

type Note = (line: string) => void;

/**
 * The mails in files and folders: `.eml` is one mail, kept verbatim; mbox only by its name, Maildir only by `cur` and
 * `new`; folders recurse in the order of their names. What is none of these is named to `note` and left.
 */
export async function* mailFiles(paths: readonly string[], note: Note): AsyncIterable<FoundMail> {
  for (const path of paths) yield* mailsAt(path, note, true);
}

async function* mailsAt(path: string, note: Note, asked: boolean): AsyncIterable<FoundMail> {
  const there = await (asked ? stat(path) : lstat(path)).catch(() => undefined);
  if (there?.isDirectory()) yield* mailsIn(path, note);
  else if (there?.isFile() && isMail(path)) yield await mailOf(path, there.size, note);
  else if (there?.isFile() && isMbox(path)) yield* mboxOf(path, there.size, note);
  else if (!there && asked) yield refused(path, 'cannot be read', note);
  else note(`${path}: neither mail, mbox nor Maildir; left alone`);
}

async function* mailsIn(folder: string, note: Note): AsyncIterable<FoundMail> {
  const names = (await readdir(folder)).sort();
  const isMaildir = names.includes('cur') && names.includes('new');
  for (const name of names) {
    if (isMaildir && (name === 'cur' || name === 'new')) yield* mailsOfMaildir(join(folder, name), note);
    else if (isMaildir && name === 'tmp') note(`${join(folder, name)}: mail still being delivered; left alone`);
    else yield* mailsAt(join(folder, name), note, false);
  }
}

async function* mailsOfMaildir(folder: string, note: Note): AsyncIterable<FoundMail> {
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    const there = await lstat(path).catch(() => undefined);
    if (there?.isFile()) yield await mailOf(path, there.size, note);
    else note(`${path}: not a mail; left alone`);
  }
}

async function* mboxOf(path: string, size: number, note: Note): AsyncIterable<FoundMail> {
  const bytes = size > LARGEST_MBOX ? undefined : await readFile(path).catch(() => undefined);
  if (!bytes)
    yield refused(path, size > LARGEST_MBOX ? 'is larger than 1 GB; divide it first' : 'cannot be read', note);
  for (const mail of mailsInMbox(bytes ?? new Uint8Array())) {
    yield mail.byteLength > LARGEST_MAIL ? refused(path, TOO_LARGE, note) : arrived(mail);
  }
}

async function mailOf(path: string, size: number, note: Note): Promise<FoundMail> {
  if (size > LARGEST_MAIL) return refused(path, TOO_LARGE, note);
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? arrived(bytes) : refused(path, 'cannot be read', note);
}

const TOO_LARGE = 'holds a mail larger than 50 MB';

const arrived = (bytes: Uint8Array): FoundMail => ({ bytes, source: 'file', ...receivedTime(bytes, new Date()) });

function refused(path: string, why: string, note: Note): FoundMail {
  note(`${path}: ${why}; refused`);
  return 'refused';
}

const isMail = (path: string): boolean => /\.eml$/i.test(path);
const isMbox = (path: string): boolean => /\.mbox$/i.test(path) || basename(path).toLowerCase() === 'mbox';
