import { NestFactory } from '@nestjs/core';
import { simpleParser, type SimpleParserOptions } from 'mailparser';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { PARSER_OPTIONS } from '#adapters/mail/parse/parse-mail.js';
import { IngestMail, type FoundMail } from '#application/correspondence/ingest-mail.js';
import { ConsoleModule } from '../../apps/console/src/console.module.js';
import { median, timed, type Measure } from './figure.js';
import { fillFollowUp } from './follow-up-rows.js';
import { generatedMail } from './generated-mail.js';

const ROUNDS = 10;
const PER_ROUND = 1000;

/** Mail kept, parsed in a child, matched and read, against parsing in this process and one committed insert each. */
export const ingest: Measure = {
  name: 'ingest',
  async run({ database, share }) {
    const rounds = Math.max(2, Math.round(ROUNDS * share));
    const rates: { ours: number; reference: number }[] = [];
    await withIngest(await database.fresh('bench_ingest'), async (act, db) => {
      for (let round = 0; round <= rounds; round += 1) {
        const mails = Array.from({ length: PER_ROUND }, (_, n) => generatedMail(round * PER_ROUND + n));
        const ours = PER_ROUND / ((await timed(() => took(act, mails))) / 1000);
        const reference = PER_ROUND / ((await timed(() => takeSimply(db, mails))) / 1000);
        if (round > 0) rates.push({ ours, reference }); // the first round warms both
      }
    });
    const of = (which: 'ours' | 'reference') => median(rates.map((rate) => rate[which]));
    const what = `ingest of ${(PER_ROUND * rounds).toLocaleString('en')} mails, against parsing and one insert each`;
    return [{ what, ours: of('ours'), reference: of('reference'), unit: 'mails/s', bound: { least: 0.7 } }];
  },
};

/** The act as the console has it, on a database with a thousand notices that the mails may be about. */
async function withIngest(url: string, work: (act: IngestMail, db: DataSource) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-bench-var-'));
  const ground = { databaseUrl: url, var: folder, works: false, captureAllow: [] };
  const context = await NestFactory.createApplicationContext(ConsoleModule.on(ground), { logger: false });
  try {
    const db = context.get(DataSource);
    await fillFollowUp(db, { from: 0, to: 1000 });
    await db.query(`update notices set reference = 'TF-2026-' || lpad(substr(reference, 3), 6, '0')`);
    await db.query('create table bench_mails (digest text primary key, subject text, text text, bytes bytea not null)');
    await work(context.get(IngestMail), db);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function took(act: IngestMail, mails: readonly Buffer[]): Promise<void> {
  const { kept, quarantined } = await act.run(arriving(mails));
  if (kept !== mails.length || quarantined > 0) throw new Error(`${kept} kept, ${quarantined} quarantined`);
}

// eslint-disable-next-line @typescript-eslint/require-await -- mails come as from files, one after the other
async function* arriving(mails: readonly Buffer[]): AsyncIterable<FoundMail> {
  for (const bytes of mails) yield { bytes, source: 'file', receivedAt: new Date(0), receivedSource: 'now' };
}

async function takeSimply(db: DataSource, mails: readonly Buffer[]): Promise<void> {
  for (const bytes of mails) {
    const mail = await simpleParser(bytes, PARSER_OPTIONS as SimpleParserOptions);
    await db.query('insert into bench_mails (digest, subject, text, bytes) values ($1, $2, $3, $4)', [
      createHash('sha256').update(bytes).digest('hex'),
      mail.subject,
      mail.text,
      bytes,
    ]);
  }
}
