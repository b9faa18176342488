import type { EntityManager } from 'typeorm';
import type { SealedOpenings } from '#application/books.js';
import type { SealedOpening } from '#domain/access/sealed-opening.js';

/** Reasons for opening sealed cases in PostgreSQL, whose clock says from when they count. */
export class PgSealedOpenings implements SealedOpenings {
  constructor(private readonly tx: EntityManager) {}

  async add({ id, caseId, userId, sessionId, reason }: SealedOpening): Promise<void> {
    await this.tx.query(
      'insert into sealed_openings (id, case_id, user_id, session_id, reason) values ($1, $2, $3, $4, $5)',
      [id, caseId, userId, sessionId, reason],
    );
  }
}
