import { Passkeys, type NewPasskey, type ShownPasskey } from '#application/access/passkeys.js';
import type { Db } from './db.js';

interface ShownRow extends Omit<ShownPasskey, 'passkeyId'> {
  readonly id: Buffer;
}
interface KeyRow {
  readonly userId: string;
  readonly publicKey: Buffer;
  readonly counter: string;
  readonly transports: string[];
}

const FIND = `
  SELECT p.user_id AS "userId", p.public_key AS "publicKey", p.counter, p.transports
    FROM passkeys p JOIN users u ON u.id = p.user_id
   WHERE p.id = $1 AND NOT u.disabled`;

/** Passkeys in PostgreSQL, by credential id. */
export class PgPasskeys extends Passkeys {
  constructor(private readonly db: Db) {
    super();
  }

  async of(userId: string): Promise<readonly ShownPasskey[]> {
    const select = `SELECT id, name, made_at AS "madeAt", used_at AS "usedAt" FROM passkeys WHERE user_id = $1
                     ORDER BY made_at, id`;
    const rows: ShownRow[] = await this.db.query(select, [userId]);
    return rows.map(({ id, ...row }) => ({ ...row, passkeyId: id.toString('base64url') }));
  }

  async find(passkeyId: string): Promise<(NewPasskey & { readonly userId: string }) | undefined> {
    const [row]: KeyRow[] = await this.db.query(FIND, [Buffer.from(passkeyId, 'base64url')]);
    return row && { ...row, passkeyId, counter: Number(row.counter), publicKey: new Uint8Array(row.publicKey) };
  }

  async add(userId: string, passkey: NewPasskey, name: string): Promise<boolean> {
    const { publicKey, counter, transports } = passkey;
    const insert = `
      INSERT INTO passkeys (id, user_id, public_key, counter, transports, name) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (id) DO NOTHING RETURNING id`;
    const id = Buffer.from(passkey.passkeyId, 'base64url');
    const rows: unknown[] = await this.db.query(insert, [
      id,
      userId,
      Buffer.from(publicKey),
      counter,
      transports,
      name,
    ]);
    return rows.length === 1;
  }

  /** One statement, so that of two uses with the same count one gets through; 0 stands for never counting. */
  async noteUse(passkeyId: string, counter: number): Promise<boolean> {
    const note = `UPDATE passkeys SET counter = $2, used_at = now()
                   WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0)) RETURNING id`;
    const [rows]: [unknown[], number] = await this.db.query(note, [Buffer.from(passkeyId, 'base64url'), counter]);
    return rows.length === 1;
  }
}
