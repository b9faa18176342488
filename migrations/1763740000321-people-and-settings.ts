import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why somebody's access ended, requests to take away second factors, and settings that are edited on pages.
 * Why: users and roles, two administrators for a reset, settings (ux screens 35 and 36). Safe for rows that exist: new
 * columns with a value that says what was so; `loaded` is what the last file said, which for older rows is what stands.
 */
export class PeopleAndSettings1763740000321 implements MigrationInterface {
  name = 'PeopleAndSettings1763740000321';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [REASON, RESETS, ONE_OPEN_RESET, SETTINGS, LOADED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE installation DROP COLUMN loaded, DROP COLUMN version');
    await runner.query('DROP TABLE factor_resets');
    await runner.query('ALTER TABLE users DROP COLUMN disabled_for');
  }
}

const REASON = `
ALTER TABLE users
  ADD COLUMN disabled_for text,
  ADD CONSTRAINT users_disabled_for_a_reason CHECK (disabled_for IS NULL OR disabled)`;

const RESETS = `
CREATE TABLE factor_resets (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT factor_resets_user_fk REFERENCES users (id),
  asked_by uuid NOT NULL CONSTRAINT factor_resets_asked_by_fk REFERENCES users (id),
  asked_at timestamptz NOT NULL,
  state text NOT NULL,
  settled_by uuid CONSTRAINT factor_resets_settled_by_fk REFERENCES users (id),
  settled_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT factor_resets_state_known CHECK (state IN ('asked', 'confirmed', 'withdrawn')),
  CONSTRAINT factor_resets_settled CHECK ((state = 'asked') = (settled_by IS NULL) AND (state = 'asked') = (settled_at IS NULL)),
  CONSTRAINT factor_resets_for_another CHECK (asked_by <> user_id),
  CONSTRAINT factor_resets_by_two CHECK (state <> 'confirmed' OR settled_by NOT IN (asked_by, user_id)),
  CONSTRAINT factor_resets_version_counts CHECK (version > 0)
)`;

const ONE_OPEN_RESET = `CREATE INDEX factor_resets_by_user ON factor_resets (user_id, asked_at)`;

const SETTINGS = `
ALTER TABLE installation
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN loaded jsonb,
  ADD CONSTRAINT installation_loaded_is_object CHECK (jsonb_typeof(loaded) = 'object')`;

const LOADED = `UPDATE installation SET loaded = organisation`;
