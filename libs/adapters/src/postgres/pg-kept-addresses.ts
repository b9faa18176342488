import type { EntityManager } from 'typeorm';
import type { KeptAddress, KeptAddresses } from '#application/notice/kept-addresses.js';
import { FOR_HOTLINE } from '#domain/notice/notice-answers.js';

/** The addresses of content items in PostgreSQL. */
export class PgKeptAddresses implements KeptAddresses {
  constructor(private readonly tx: EntityManager) {}

  some(after: string | null, most: number): Promise<readonly KeptAddress[]> {
    return this.tx.query(
      `select id, url, canonical_url as "canonicalUrl" from content_items
       where $1::uuid is null or id > $1::uuid order by id limit $2`,
      [after, most],
    );
  }

  async saidToShowMinor(canonicalUrls: readonly string[]): Promise<boolean> {
    const [row]: [{ said: boolean }] = await this.tx.query(
      `select exists (select from content_items i join notices n on n.id = i.notice_id
         where i.canonical_url = any($1) and n.answers ->> 'imagery' = $2) as said`,
      [canonicalUrls, FOR_HOTLINE],
    );
    return row.said;
  }

  async respell(changed: readonly KeptAddress[]): Promise<void> {
    await this.tx.query(
      `update content_items i set canonical_url = c."canonicalUrl"
       from jsonb_to_recordset($1::jsonb) as c(id uuid, url text, "canonicalUrl" text) where i.id = c.id and i.url = c.url`,
      [JSON.stringify(changed)],
    );
  }
}
