import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { HkdfKeyRing } from '#adapters/access/hkdf-key-ring.js';
import { PgAppSteps } from '#adapters/postgres/access/pg-app-steps.js';
import { PgKeptRecoveryCodes } from '#adapters/postgres/access/pg-kept-recovery-codes.js';
import { PgKnownDevices } from '#adapters/postgres/access/pg-known-devices.js';
import { PgPasskeyChallenges } from '#adapters/postgres/access/pg-passkey-challenges.js';
import { PgPasskeys } from '#adapters/postgres/access/pg-passkeys.js';
import { PgRecoveryCodes } from '#adapters/postgres/access/pg-recovery-codes.js';
import { PgSecondFactors } from '#adapters/postgres/access/pg-second-factors.js';
import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { checkRemoval } from '#domain/access/second-factor.js';
import { uuid } from '#test/builders/uuid.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { TEST_KEY } from '#test/setup/test-key.js';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const TEN = Array.from({ length: 10 }, (_, n) => n);
const keys = new HkdfKeyRing(TEST_KEY);
let db: DataSource;
let users = 0;
let userId: string;

beforeAll(async () => {
  db = await openDataSource(await freshDatabase(), 12);
});
afterAll(() => db.destroy());
beforeEach(async () => {
  userId = await somebody();
});

async function somebody(): Promise<string> {
  const id = uuid(9000 + (users += 1));
  await db.query(
    `insert into users (id, email, name, role, lines, language, theme, version)
     values ($1, $2, 'Oefencollega', 'reviewer', '{helpline}', 'nl', 'auto', 1)`,
    [id, `collega${users}@seinpost.test`],
  );
  return id;
}

const right = (answers: readonly boolean[]) => answers.filter(Boolean).length;

describe('the secret of an authenticator app', () => {
  const secrets = () => new PgTotpSecrets(db, keys);
  const steps = () => new PgAppSteps(db);

  test('is sealed for its person: moved to another it does not open', async () => {
    const other = await somebody();
    await secrets().propose(userId, SECRET);
    expect(await secrets().proposed(userId)).toEqual({ secret: SECRET, lastStep: 0 });
    const [{ sealed }]: [{ sealed: Buffer }] = await db.query('select sealed from totp_secrets where user_id = $1', [
      userId,
    ]);
    expect(sealed.toString('latin1')).not.toContain(SECRET);
    await db.query(`insert into totp_secrets (user_id, state, sealed, last_step) values ($1, 'proposed', $2, 0)`, [
      other,
      sealed,
    ]);
    await expect(secrets().proposed(other)).rejects.toThrow();
    await expect(new PgTotpSecrets(db, new HkdfKeyRing(randomBytes(32))).proposed(userId)).rejects.toThrow();
  });

  test('is taken up once, and each step counts once even under ten tries at a time (F70)', async () => {
    await secrets().propose(userId, SECRET);
    expect(right(await Promise.all(TEN.map(() => steps().takeUp(userId, 100))))).toBe(1);
    expect(right(await Promise.all(TEN.map(() => steps().useStep(userId, 101))))).toBe(1);
    expect(await steps().useStep(userId, 101)).toBe(false);
    expect(await steps().useStep(userId, 100)).toBe(false);
    expect(await steps().useStep(userId, 102)).toBe(true);
  });
});

test('a recovery code works once even under ten tries at a time, and only for its person (F70)', async () => {
  const codes = new PgRecoveryCodes(db, keys);
  const kept = new PgKeptRecoveryCodes(db);
  const replace = (made: string[]) => kept.replace(userId, codes.digests(userId, made));
  const use = (whose: string, code: string) => kept.use(whose, codes.digests(whose, [code])[0]!);
  await replace(['aaaabbbbccccdddd', 'eeeeffffgggghhhh']);
  expect(await codes.areTheirs(userId, ['aaaabbbbccccdddd', 'eeeeffffgggghhhh'])).toBe(true);
  expect(await use(uuid(1), 'aaaabbbbccccdddd')).toBe(false);
  expect(right(await Promise.all(TEN.map(() => use(userId, 'aaaabbbbccccdddd'))))).toBe(1);
  expect(await codes.areTheirs(userId, ['aaaabbbbccccdddd'])).toBe(false);
  await replace(['iiiijjjjkkkkmmmm']);
  expect(await use(userId, 'eeeeffffgggghhhh')).toBe(false);
  expect(await new PgSecondFactors(db).of(userId)).toEqual({ passkeys: 0, totp: false, recoveryCodes: 1 });
});

describe('a passkey', () => {
  const aKey = (n: number) => ({
    passkeyId: Buffer.from(`${userId} ${n}`).toString('base64url'),
    publicKey: Uint8Array.of(1, 2, 3),
    counter: 0,
    transports: ['internal'],
  });
  const passkeys = () => new PgPasskeys(db);

  test('is found by its id with whose it is, but not of somebody who left', async () => {
    expect(await passkeys().add(userId, aKey(1), 'laptop')).toBe(true);
    expect(await passkeys().add(uuid(9001), aKey(1), 'theirs')).toBe(false);
    expect(await passkeys().find(aKey(1).passkeyId)).toEqual({ ...aKey(1), userId });
    expect(await passkeys().of(userId)).toMatchObject([{ name: 'laptop', usedAt: null }]);
    await db.query('update users set disabled = true where id = $1', [userId]);
    expect(await passkeys().find(aKey(1).passkeyId)).toBeUndefined();
  });

  test('that counts no further than before is refused, but for those that never count', async () => {
    await passkeys().add(userId, aKey(1), 'laptop');
    const { passkeyId } = aKey(1);
    expect([await passkeys().noteUse(passkeyId, 0), await passkeys().noteUse(passkeyId, 0)]).toEqual([true, true]);
    expect(right(await Promise.all(TEN.map(() => passkeys().noteUse(passkeyId, 5))))).toBe(1);
    expect(await passkeys().noteUse(passkeyId, 0)).toBe(false);
  });

  test('and the last of two are never both taken away at once', async () => {
    await passkeys().add(userId, aKey(1), 'one');
    await passkeys().add(userId, aKey(2), 'two');
    const factors = new PgSecondFactors(db);
    const remove = (n: number) => factors.remove(userId, { kind: 'passkey', ...aKey(n) }, checkRemoval);
    const ended = await Promise.allSettled([remove(1), remove(2)]);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await factors.of(userId)).passkeys).toBe(1);
  });
});

test('a challenge is taken once, by its own browser and purpose, and not when it is over', async () => {
  const challenges = new PgPasskeyChallenges(db);
  await challenges.keep('browser', 'prove', 'c1');
  expect(await challenges.take('other', 'prove')).toBeUndefined();
  expect(await challenges.take('browser', 'add')).toBeUndefined();
  const taken = await Promise.all(TEN.map(() => challenges.take('browser', 'prove')));
  expect(taken.filter((each) => each === 'c1')).toHaveLength(1);
  await challenges.keep('browser', 'prove', 'c2');
  await db.query(`update passkey_challenges set ends_at = now() - interval '1 second'`);
  expect(await challenges.take('browser', 'prove')).toBeUndefined();
});

test('a browser is known for the person it signed in as, and for nobody else', async () => {
  const devices = new PgKnownDevices(db);
  const secret = await devices.give(userId);
  expect(await devices.isKnown(secret, `collega${users}@seinpost.test`)).toBe(true);
  expect(await devices.isKnown(secret, 'collega1@seinpost.test')).toBe(users === 1);
  expect(await devices.isKnown('another', `collega${users}@seinpost.test`)).toBe(false);
});

describe('sessions', () => {
  const sessions = () => new PgSessions(db);
  const whole = { proofs: ['password', 'totp'], device: 'Firefox, Linux' } as const;

  test('are three at most, also when ten begin at once; half ones push nobody out', async () => {
    await Promise.all(TEN.map(() => sessions().open(userId, whole)));
    expect(await sessions().of(userId)).toHaveLength(3);
    for (const _ of TEN) await sessions().open(userId, { proofs: ['password'], device: '' });
    expect(await sessions().of(userId)).toHaveLength(3);
    const [{ n }]: [{ n: number }] = await db.query('select count(*)::int n from sessions where user_id = $1', [
      userId,
    ]);
    expect(n).toBe(6);
  });

  test('get a new secret at each step, and end when the role changes (F70)', async () => {
    const first = await sessions().open(userId, { proofs: ['password'], device: '' });
    const { sessionId } = (await sessions().find(first))!.person;
    const second = await sessions().prove(sessionId, 'totp');
    expect(await sessions().find(first)).toBeUndefined();
    expect((await sessions().find(second))?.proofs).toEqual(['password', 'totp']);
    await db.query(`update users set role = 'supervisor' where id = $1`, [userId]);
    expect(await sessions().find(second)).toBeUndefined();
  });
});

test('tries that count no more are swept when somebody tries, the others stay', async () => {
  const counter = new PgSignInCounter(db);
  const tried = async (email: string) => counter.count([{ limit: 'account', of: email }]);
  await tried('long-ago@seinpost.test');
  await db.query(`update sign_in_tries set last_at = now() - interval '61 minutes'`);
  await tried('lately@seinpost.test');
  await Promise.all(TEN.map((n) => tried(`now${n}@seinpost.test`)));
  const [{ n }]: [{ n: number }] = await db.query('select count(*)::int n from sign_in_tries');
  expect(n).toBe(11);
});
