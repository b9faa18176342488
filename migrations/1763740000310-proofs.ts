import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people prove who they are: what each session was opened with, authenticator apps, passkeys, recovery codes, browsers
 * that signed in before. Why: a second step for everyone (reliability C2). Safe for rows that exist: sessions opened with
 * a password alone end, so that nobody stays in without a second step; the other tables are new.
 */
export class Proofs1763740000310 implements MigrationInterface {
  name = 'Proofs1763740000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sessions');
    for (const statement of [SESSIONS, TOTP_SECRETS, RECOVERY_CODES, PASSKEYS, PASSKEYS_BY_USER, CHALLENGES, DEVICES]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_devices, passkey_challenges, passkeys, recovery_codes, totp_secrets');
    await runner.query(
      'ALTER TABLE sessions DROP COLUMN proofs, DROP COLUMN whole, DROP COLUMN role, DROP COLUMN proved_at, DROP COLUMN device',
    );
  }
}

/** A session counts only while the person still has the role it was opened for, so that a change of role ends it at once. */
const SESSIONS = `
ALTER TABLE sessions
  ADD COLUMN proofs text[] NOT NULL,
  ADD COLUMN whole boolean NOT NULL,
  ADD COLUMN role text NOT NULL,
  ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN device text NOT NULL DEFAULT '',
  ADD CONSTRAINT sessions_proofs_some CHECK (cardinality(proofs) > 0),
  ADD CONSTRAINT sessions_device_short CHECK (length(device) <= 80)`;

/** Sealed with a key that no database holds; `last_step` is the last half-minute whose code was taken. */
const TOTP_SECRETS = `
CREATE TABLE totp_secrets (
  user_id uuid NOT NULL CONSTRAINT totp_secrets_user_fk REFERENCES users (id),
  state text NOT NULL,
  sealed bytea NOT NULL,
  last_step bigint NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT totp_secrets_pkey PRIMARY KEY (user_id, state),
  CONSTRAINT totp_secrets_state_known CHECK (state IN ('proposed', 'in-use')),
  CONSTRAINT totp_secrets_step_counts CHECK (last_step >= 0)
)`;

const RECOVERY_CODES = `
CREATE TABLE recovery_codes (
  user_id uuid NOT NULL CONSTRAINT recovery_codes_user_fk REFERENCES users (id),
  code_digest bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_digest),
  CONSTRAINT recovery_codes_digest_is_sha256 CHECK (octet_length(code_digest) = 32)
)`;

/** `id` is what the authenticator calls the key (credential id); `counter` what it counted at the last use. */
const PASSKEYS = `
CREATE TABLE passkeys (
  id bytea PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT passkeys_user_fk REFERENCES users (id),
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  CONSTRAINT passkeys_id_short CHECK (octet_length(id) BETWEEN 1 AND 1023),
  CONSTRAINT passkeys_counter_counts CHECK (counter >= 0),
  CONSTRAINT passkeys_name_given CHECK (btrim(name) <> '' AND length(name) <= 60)
)`;
const PASSKEYS_BY_USER = 'CREATE INDEX passkeys_by_user ON passkeys (user_id)';

/** What an authenticator must sign, kept for one browser and one purpose until it is used or over. */
const CHALLENGES = `
CREATE TABLE passkey_challenges (
  browser_digest bytea NOT NULL,
  purpose text NOT NULL,
  challenge text NOT NULL,
  ends_at timestamptz NOT NULL,
  CONSTRAINT passkey_challenges_pkey PRIMARY KEY (browser_digest, purpose),
  CONSTRAINT passkey_challenges_purpose_known CHECK (purpose IN ('add', 'prove')),
  CONSTRAINT passkey_challenges_digest_is_sha256 CHECK (octet_length(browser_digest) = 32)
)`;

/** A browser that once signed in wholly as this person; wrong tries elsewhere never make it wait. */
const DEVICES = `
CREATE TABLE known_devices (
  secret_digest bytea PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT known_devices_user_fk REFERENCES users (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT known_devices_digest_is_sha256 CHECK (octet_length(secret_digest) = 32)
)`;
