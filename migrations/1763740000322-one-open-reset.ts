import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One request per person to take away second factors waits at a time, and tries to sign in are found by their age.
 * Why: two requests at once would each stand by themselves; old tries are swept. Safe for rows that exist: of several
 * requests that wait for one person the newest stays, the others count as withdrawn by who asked them; the index is new.
 */
export class OneOpenReset1763740000322 implements MigrationInterface {
  name = 'OneOpenReset1763740000322';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [KEEP_NEWEST, STATES, ONE_OPEN, TRIES_BY_AGE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sign_in_tries_by_age');
    await runner.query('DROP INDEX factor_resets_one_open');
    await runner.query(`UPDATE factor_resets SET state = 'withdrawn' WHERE state = 'lapsed'`);
    await runner.query(`
      ALTER TABLE factor_resets DROP CONSTRAINT factor_resets_state_known,
        ADD CONSTRAINT factor_resets_state_known CHECK (state IN ('asked', 'confirmed', 'withdrawn'))`);
  }
}

const KEEP_NEWEST = `
UPDATE factor_resets r SET state = 'withdrawn', settled_by = asked_by, settled_at = now(), version = version + 1
 WHERE state = 'asked' AND EXISTS (
   SELECT FROM factor_resets later
    WHERE later.user_id = r.user_id AND later.state = 'asked' AND (later.asked_at, later.id) > (r.asked_at, r.id))`;

/** `lapsed`: nobody confirmed in time, and somebody asked anew. */
const STATES = `
ALTER TABLE factor_resets DROP CONSTRAINT factor_resets_state_known,
  ADD CONSTRAINT factor_resets_state_known CHECK (state IN ('asked', 'confirmed', 'withdrawn', 'lapsed'))`;

const ONE_OPEN = `CREATE UNIQUE INDEX factor_resets_one_open ON factor_resets (user_id) WHERE state = 'asked'`;

const TRIES_BY_AGE = 'CREATE INDEX sign_in_tries_by_age ON sign_in_tries (last_at)';
