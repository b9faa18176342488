import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may work at the desk: people, their sessions, one-time links and the count of wrong tries to sign in.
 * Why: sign-in (design.md §2, reliability C2). Safe for rows that exist: only new tables.
 */
export class Access1763740000200 implements MigrationInterface {
  name = 'Access1763740000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [USERS, SESSIONS, SESSIONS_BY_USER, USER_LINKS, USER_LINKS_BY_USER, SIGN_IN_TRIES]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_tries, user_links, sessions, users');
  }
}

const USERS = `
CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL CONSTRAINT users_email_key UNIQUE,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text,
  language text NOT NULL,
  theme text NOT NULL,
  disabled boolean NOT NULL DEFAULT false,
  version integer NOT NULL,
  CONSTRAINT users_email_tidy CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%' AND length(email) <= 254),
  CONSTRAINT users_name_given CHECK (btrim(name) <> ''),
  CONSTRAINT users_role_known
    CHECK (role IN ('caseworker', 'reviewer', 'supervisor', 'auditor', 'administrator')),
  CONSTRAINT users_password_argon2id CHECK (password_hash LIKE '$argon2id$%'),
  CONSTRAINT users_language_known CHECK (language IN ('nl', 'en')),
  CONSTRAINT users_theme_known CHECK (theme IN ('auto', 'light', 'dark')),
  CONSTRAINT users_version_counts CHECK (version > 0)
)`;

/** `remark` is what the next page says once: a key of words and its facts, never text a person typed. */
const SESSIONS = `
CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  secret_digest bytea NOT NULL CONSTRAINT sessions_secret_key UNIQUE,
  user_id uuid NOT NULL CONSTRAINT sessions_user_fk REFERENCES users (id),
  began_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  remark jsonb,
  CONSTRAINT sessions_digest_is_sha256 CHECK (octet_length(secret_digest) = 32),
  CONSTRAINT sessions_seen_after_begin CHECK (seen_at >= began_at)
)`;
const SESSIONS_BY_USER = 'CREATE INDEX sessions_by_user ON sessions (user_id)';

const USER_LINKS = `
CREATE TABLE user_links (
  secret_digest bytea PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT user_links_user_fk REFERENCES users (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  ends_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT user_links_digest_is_sha256 CHECK (octet_length(secret_digest) = 32),
  CONSTRAINT user_links_end_after_made CHECK (ends_at > made_at)
)`;
const USER_LINKS_BY_USER = 'CREATE INDEX user_links_by_user ON user_links (user_id)';

/** Keyed by a digest of account and address together, so that the table itself names nobody. */
const SIGN_IN_TRIES = `
CREATE TABLE sign_in_tries (
  who_digest bytea PRIMARY KEY,
  wrong integer NOT NULL,
  last_at timestamptz NOT NULL,
  CONSTRAINT sign_in_tries_digest_is_sha256 CHECK (octet_length(who_digest) = 32),
  CONSTRAINT sign_in_tries_counts CHECK (wrong > 0)
)`;
