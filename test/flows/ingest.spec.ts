import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { mailFiles } from '#adapters/mail/sources/mail-files.js';
import { IngestMail } from '#application/correspondence/ingest-mail.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';
import { corpusPath, whenCorpusIsThere } from '#test/setup/when-corpus-is-there.js';

const NOTES: string[] = [];
let desk: OpenDesk;
let folder: string;

const ingest = (...paths: string[]) => desk.get(IngestMail).run(mailFiles(paths, (line) => NOTES.push(line)));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const keptBytes = async (): Promise<Map<string, Buffer>> => {
  const rows: { digest: string; bytes: Buffer }[] = await desk.db.query('select digest, bytes from message_bytes');
  return new Map(rows.map((row) => [row.digest, row.bytes]));
};

beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'seinpost-ingest-'));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const mail = (subject: string): string =>
  `From: a@platform.example\r\nTo: b@desk.example\r\nSubject: ${subject}\r\n\r\nHello\r\n`;

describe('ingesting files', () => {
  test('keeps a mail, an mbox and a Maildir, names what is none of these, and knows each again', async () => {
    const box = join(folder, 'mixed');
    for (const name of ['', 'Maildir', 'Maildir/cur', 'Maildir/new', 'Maildir/tmp']) mkdirSync(join(box, name));
    writeFileSync(join(box, 'one.eml'), mail('one'));
    writeFileSync(join(box, 'notes.txt'), 'not a mail');
    writeFileSync(
      join(box, 'old.mbox'),
      `From a@b Thu Jan  1 00:00:00 2026\n${mail('two')}\n\nFrom a@b Thu Jan  1 00:00:00 2026\n${mail('three')}`,
    );
    writeFileSync(join(box, 'Maildir/cur/1.host:2,S'), mail('four'));
    writeFileSync(join(box, 'Maildir/new/2.host'), mail('five'));
    const first = await ingest(box);
    expect(first).toMatchObject({ files: 5, kept: 5, duplicates: 0, refused: 0 });
    expect(first.kept).toBe(first.matched + first.suggested + first.unmatched + first.quarantined);
    expect(NOTES.join('\n')).toContain('notes.txt');
    expect(await ingest(box)).toMatchObject({ files: 5, kept: 0, duplicates: 5 });
  });

  test('takes an .eml that looks like an mbox as one mail, byte for byte', async () => {
    const text = `From a@b Thu Jan  1 00:00:00 2026\n${mail('six')}\nFrom the start it was one mail\n`;
    const file = join(folder, 'looks-like-mbox.eml');
    writeFileSync(file, text);
    expect(await ingest(file)).toMatchObject({ files: 1, kept: 1 });
    expect((await keptBytes()).get(sha256(Buffer.from(text)))?.equals(Buffer.from(text))).toBe(true);
  });

  test('counts a path that is not there as refused and goes on', async () => {
    const file = join(folder, 'seven.eml');
    writeFileSync(file, mail('seven'));
    expect(await ingest(join(folder, 'nowhere.eml'), file)).toMatchObject({ files: 2, kept: 1, refused: 1 });
  });

  test('says which clock a received time comes from', async () => {
    const file = join(folder, 'dated.eml');
    writeFileSync(
      file,
      `Received: from x by y; Tue, 03 Mar 2026 10:00:00 +0100\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n${mail('eight')}`,
    );
    await ingest(file);
    const rows: object[] = await desk.db.query(
      `select received_at, received_source from messages where summary ->> 'subject' = 'eight'`,
    );
    expect(rows).toEqual([{ received_at: new Date('2026-03-03T09:00:00Z'), received_source: 'received-header' }]);
  });
});

whenCorpusIsThere(
  'keeps 420 real bounces: ten pairs are the same, each is kept byte for byte, none is a decision',
  async () => {
    const bounces = corpusPath('bounces');
    const before = (await keptBytes()).size;
    expect(await ingest(bounces)).toMatchObject({ files: 420, kept: 410, duplicates: 10, refused: 0 });
    expect(await ingest(bounces)).toMatchObject({ files: 420, kept: 0, duplicates: 420, refused: 0 });
    const kept = await keptBytes();
    expect(kept.size).toBe(before + 410);
    for (const name of readdirSync(bounces).filter((one) => one.endsWith('.eml'))) {
      const bytes = readFileSync(join(bounces, name));
      expect(kept.get(sha256(bytes))?.equals(bytes)).toBe(true);
    }
    const decisions: object[] = await desk.db.query(`select id from messages where reading ->> 'meaning' = 'decision'`);
    expect(decisions).toEqual([]);
  },
  120_000,
);
