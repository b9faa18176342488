import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { HkdfKeyRing } from '#adapters/access/hkdf-key-ring.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { OtplibCodes } from '#adapters/access/otplib-codes.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { practiceCode } from '#application/access/practice-code.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { TEST_KEY } from '#test/setup/test-key.js';
import { accountOf } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';

const { email } = accountOf('caseworker');
let db: DataSource;
beforeAll(async () => {
  const url = await practiceDatabase();
  db = await openDataSource(url, 2);
});
afterAll(() => db.destroy());

const source = () => ({
  installation: new PgInstallation(db),
  users: new PgUsers(db),
  totpSecrets: new PgTotpSecrets(db, new HkdfKeyRing(TEST_KEY)),
  codes: new OtplibCodes(),
  clock: new FakeClock(),
});

test('a code to practise with is the next that was not used, with when it counts', async () => {
  const desk = source();
  const first = await practiceCode(desk, ` ${email.toUpperCase()} `);
  expect(first).toMatchObject({ email, until: new Date('2026-11-21T12:00:30Z') });
  expect(first.code).toMatch(/^\d{6}$/);
  await db.query('update totp_secrets set last_step = $1', [Date.parse('2026-11-21T12:00:30Z') / 30_000]);
  const later = await practiceCode(desk, email);
  expect(later.from).toEqual(new Date('2026-11-21T12:00:30Z'));
});

test('there is none for an account nobody has, nor on a live desk', async () => {
  await expect(practiceCode(source(), 'nobody@seinpost.test')).rejects.toMatchObject({
    code: 'access.no-authenticator',
  });
  const live = { ...source(), installation: new FakeInstallation(undefined, 'live') };
  await expect(practiceCode(live, email)).rejects.toMatchObject({ code: 'installation.not-practice' });
});
