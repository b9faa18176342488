import type { DataSource } from 'typeorm';
import { AnchorBook, type KeptAnchor } from '#application/access/anchor-places.js';
import type { Anchor } from '#domain/access/anchor.js';

const COLUMNS = `seq::float8 as seq, encode(hash, 'hex') as hash, count::float8 as count, at, key_id as "keyId", signature,
  mailed_at as "mailedAt", mail_tries as "mailTries", mail_trouble as "mailTrouble"`;

type Row = Omit<KeptAnchor, 'at'> & { readonly at: Date };

/** What the desk remembers of its anchors, in PostgreSQL. */
export class PgAnchorBook extends AnchorBook {
  constructor(private readonly db: DataSource) {
    super();
  }

  async add({ seq, hash, count, at, keyId, signature }: Anchor): Promise<void> {
    await this.db.query(
      `insert into audit_anchors (seq, hash, count, at, key_id, signature)
       values ($1, decode($2, 'hex'), $3, $4, $5, $6) on conflict do nothing`,
      [seq, hash, count, at, keyId, signature],
    );
  }

  async last(): Promise<KeptAnchor | null> {
    return (await this.rows('order by a.made desc limit 1'))[0] ?? null;
  }

  unmailed(): Promise<readonly KeptAnchor[]> {
    return this.rows('where a.mailed_at is null order by a.made limit 1000');
  }

  async mailed(anchors: readonly Anchor[], trouble: string | null): Promise<void> {
    await this.db.query(
      `update audit_anchors set mail_tries = mail_tries + 1, mail_trouble = $3::text,
              mailed_at = case when $3::text is null then clock_timestamp() end
       where (seq, encode(hash, 'hex')) in (select * from unnest($1::bigint[], $2::text[]))`,
      [anchors.map(({ seq }) => seq), anchors.map(({ hash }) => hash), trouble],
    );
  }

  async auditors(): Promise<readonly string[]> {
    const rows: { email: string }[] = await this.db.query(
      `select email from users where role = 'auditor' and not disabled order by email`,
    );
    return rows.map(({ email }) => email);
  }

  private async rows(which: string): Promise<KeptAnchor[]> {
    const rows: Row[] = await this.db.query(`select ${COLUMNS} from audit_anchors a ${which}`);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
