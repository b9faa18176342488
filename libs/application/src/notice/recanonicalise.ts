import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { canonicalUrl } from '#domain/notice/canonical-url.js';
import { Books } from '../books.js';
import type { KeptAddress } from './kept-addresses.js';

const BATCH = 5_000;
const BY = system('recanonicalise');

/** Writes stored canonical forms anew after the way addresses are spelled has changed; repeating it changes nothing. */
@Injectable()
export class Recanonicalise {
  constructor(private readonly books: Books) {}

  /** How many addresses were looked at, and how many got another form. */
  async run(): Promise<{ readonly read: number; readonly changed: number }> {
    let [read, changed, after] = [0, 0, null as string | null];
    for (;;) {
      const batch = await this.batch(after);
      read += batch.rows.length;
      changed += batch.stale;
      after = batch.rows.at(-1)?.id ?? null;
      if (batch.rows.length < BATCH) return { read, changed };
    }
  }

  /** Of the oldest addresses, at most so many, those stored in a form that nothing is compared with any more. */
  async stale(most: number): Promise<{ readonly read: number; readonly stale: number }> {
    const rows = await this.books.together(BY, ({ addresses }) => addresses.some(null, most));
    return { read: rows.length, stale: staleOf(rows).length };
  }

  /** One transaction, so that a long run can be broken off and done again. */
  private batch(after: string | null): Promise<{ rows: readonly KeptAddress[]; stale: number }> {
    return this.books.together(BY, async (books) => {
      const rows = await books.addresses.some(after, BATCH);
      const stale = staleOf(rows);
      if (stale.length > 0) {
        await books.addresses.respell(stale);
        await books.record({ ...RESPELLED, facts: { count: stale.length } });
      }
      return { rows, stale: stale.length };
    });
  }
}

const RESPELLED = { kind: 'addresses-respelled', subject: 'installation', subjectId: 'sole' } as const;

/** Those whose form has changed, in the form of now. */
const staleOf = (rows: readonly KeptAddress[]): KeptAddress[] =>
  rows
    .map((row) => ({ ...row, canonicalUrl: canonicalUrl(row.url) }))
    .filter((now, at) => now.canonicalUrl !== rows[at]!.canonicalUrl);
