import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HkdfKeyRing } from '#adapters/access/hkdf-key-ring.js';
import { OtplibCodes } from '#adapters/access/otplib-codes.js';
import { PgPasskeyChallenges } from '#adapters/postgres/access/pg-passkey-challenges.js';
import { PgPasskeys } from '#adapters/postgres/access/pg-passkeys.js';
import { PgRecoveryCodes } from '#adapters/postgres/access/pg-recovery-codes.js';
import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { AddPasskey } from '#application/access/add-passkey.js';
import { MakeRecoveryCodes } from '#application/access/make-recovery-codes.js';
import { OwnSessions } from '#application/access/own-sessions.js';
import { PassSecondStep } from '#application/access/pass-second-step.js';
import type { PasskeyCeremony } from '#application/access/passkey-ceremony.js';
import { ProveCode } from '#application/access/prove-code.js';
import { ProvePasskey } from '#application/access/prove-passkey.js';
import { ProveTotp } from '#application/access/prove-totp.js';
import { RemoveFactor } from '#application/access/remove-factor.js';
import type { SignedIn } from '#application/access/sessions.js';
import { SetUpTotp } from '#application/access/set-up-totp.js';
import { SignInByPasskey } from '#application/access/sign-in-by-passkey.js';
import { SignOut } from '#application/access/sign-out.js';
import { stepAt } from '#domain/access/totp.js';
import { CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';
import { TEST_KEY } from '#test/setup/test-key.js';

const FAILING = `create or replace function append_events(events jsonb, by_kind text, by_whom text, by_session text)
  returns void language plpgsql as $$ begin raise exception 'no room for entries'; end $$`;
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const NEW_SECRET = 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U';
const PAPER = 'aaaabbbbccccdddd';
const keyOf = (name: string) => ({
  passkeyId: Buffer.from(name).toString('base64url'),
  publicKey: Uint8Array.of(1),
  counter: 0,
  transports: [],
});
const KEPT = ['users', 'sessions', 'passkeys', 'totp_secrets', 'recovery_codes', 'event_log'];

let on: OpenedPgBooks;
let writing: string;
let person: SignedIn;
let half: SignedIn;
let people = 0;
const keys = new HkdfKeyRing(TEST_KEY);
const clock = new FakeClock();
const codes = new OtplibCodes();
const app = (secret = SECRET) => codes.codeOf(secret, stepAt(clock.now()));

beforeAll(async () => {
  on = await openPgBooks();
  const select = `select pg_get_functiondef('append_events'::regproc) as text`;
  writing = ((await on.db.query(select)) as [{ text: string }])[0].text;
});
afterAll(() => on.close());

/** Somebody with everything one can sign in with, signed in wholly in one browser and half in another. */
beforeEach(async () => {
  const userId = uuid(7000 + (people += 1));
  const insert = `insert into users (id, email, name, role, lines, language, theme, version)
                  values ($1, $2, 'Oefencollega', 'reviewer', '{helpline}', 'nl', 'auto', 1)`;
  await on.db.query(insert, [userId, `collega${people}@seinpost.test`]);
  await new PgTotpSecrets(on.db, keys).propose(userId, SECRET);
  await on.books.together({ kind: 'system', job: 'test' }, async ({ waysIn }) => {
    await waysIn.appSteps.takeUp(userId, 0);
    await waysIn.recoveryCodes.replace(userId, new PgRecoveryCodes(on.db, keys).digests(userId, [PAPER]));
    await waysIn.passkeys.add(userId, keyOf(`kept ${people}`), 'laptop');
  });
  const sessions = new PgSessions(on.db);
  const who = async (secret: string): Promise<SignedIn> => (await sessions.find(secret))!.person;
  person = await who(await sessions.open(userId, { proofs: ['password', 'totp'], device: 'Firefox' }));
  half = await who(await sessions.open(userId, { proofs: ['password'], device: 'Safari' }));
  await sessions.open(userId, { proofs: ['password', 'totp'], device: 'Edge' });
  await new PgTotpSecrets(on.db, keys).propose(userId, NEW_SECRET);
});

const ceremony = (): PasskeyCeremony => ({
  askNew: () => Promise.resolve({ options: {}, challenge: 'c' }),
  readNew: () => Promise.resolve(keyOf(`new ${people}`)),
  askProof: () => Promise.resolve({ options: {}, challenge: 'c' }),
  claimed: () => keyOf(`kept ${people}`).passkeyId,
  readProof: () => Promise.resolve(1),
});
const proveTotp = () => new ProveTotp(new PgTotpSecrets(on.db, keys), codes, clock);
const passSecondStep = () =>
  new PassSecondStep(
    new ProveCode(proveTotp(), new PgRecoveryCodes(on.db, keys)),
    new PgSignInCounter(on.db),
    on.books,
  );
const challenges = () => new PgPasskeyChallenges(on.db);

const ACTS: Readonly<Record<string, { kinds: string[]; act: () => Promise<unknown> }>> = {
  'signing out': { kinds: ['signed-out'], act: () => new SignOut(on.books).run(person) },
  'ending one session': {
    kinds: ['session-ended'],
    act: () => new OwnSessions(new PgSessions(on.db), on.books).end(person, person.sessionId),
  },
  'ending all other sessions': {
    kinds: ['session-ended', 'session-ended'],
    act: () => new OwnSessions(new PgSessions(on.db), on.books).endOthers(person),
  },
  'taking a passkey away': {
    kinds: ['second-factor-removed'],
    act: () => new RemoveFactor(on.books).run(person, { kind: 'passkey', ...keyOf(`kept ${people}`) }),
  },
  'setting up an app': {
    kinds: ['second-factor-added'],
    act: () => new SetUpTotp(new PgTotpSecrets(on.db, keys), codes, proveTotp(), on.books).run(person, app(NEW_SECRET)),
  },
  'adding a passkey': {
    kinds: ['second-factor-added'],
    act: async () => {
      await challenges().keep('browser', 'add', 'c');
      const given = { answer: {}, name: 'phone' };
      await new AddPasskey(ceremony(), challenges(), new PgPasskeys(on.db), on.books).run(person, 'browser', given);
    },
  },
  'making recovery codes': {
    kinds: ['recovery-codes-made'],
    act: () => new MakeRecoveryCodes(new PgRecoveryCodes(on.db, keys), new CountingIdentities(), on.books).run(person),
  },
  'signing in by a code of the app': { kinds: ['signed-in'], act: () => passSecondStep().run(half, app(), null) },
  'signing in by a recovery code': {
    kinds: ['recovery-code-used', 'signed-in'],
    act: () => passSecondStep().run(half, PAPER, null),
  },
  'signing in by a passkey': {
    kinds: ['signed-in'],
    act: async () => {
      await challenges().keep('browser', 'prove', 'c');
      const prove = new ProvePasskey(ceremony(), challenges(), new PgPasskeys(on.db));
      const given = { answer: {}, address: '192.0.2.1', device: 'Firefox' };
      return new SignInByPasskey(prove, new PgSignInCounter(on.db), on.books).run('browser', given);
    },
  },
};

async function kept(): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of KEPT) {
    rows.push(...((await on.db.query(`select t::text as row from ${table} t order by 1`)) as unknown[]));
  }
  return rows;
}

const kindsSince = async (seq: number): Promise<string[]> =>
  ((await on.db.query('select kind from event_log where seq > $1 order by seq', [seq])) as { kind: string }[]).map(
    ({ kind }) => kind,
  );
const head = async (): Promise<number> =>
  ((await on.db.query('select coalesce(max(seq), 0)::int as seq from event_log')) as [{ seq: number }])[0].seq;

describe('F75: a way in changes with its entry in the log, or not at all', () => {
  test.each(Object.entries(ACTS))('%s', async (_, { kinds, act }) => {
    const [before, last] = [await kept(), await head()];
    await on.db.query(FAILING);
    try {
      await expect(act()).rejects.toThrow('no room for entries');
    } finally {
      await on.db.query(writing);
    }
    expect(await kept()).toEqual(before);
    await act();
    expect(await kindsSince(last)).toEqual(kinds);
    expect(await kept()).not.toEqual(before);
  });
});

describe('an entry never stands for what did not happen', () => {
  test('a session that ended meanwhile is not signed in, and the code shown for it still counts', async () => {
    await new PgSessions(on.db).end(half.sessionId);
    const last = await head();
    await expect(passSecondStep().run(half, PAPER, null)).rejects.toMatchObject({ code: 'access.session-over' });
    expect(await kindsSince(last)).toEqual([]);
    const free = `select 1 from recovery_codes where user_id = $1 and used_at is null`;
    expect(await on.db.query(free, [half.userId])).toHaveLength(1);
  });

  test('two sign-outs at once are one, and a code shown five times at once one sign-in and four refusals', async () => {
    const last = await head();
    await Promise.all([1, 2].map(() => new SignOut(on.books).run(person)));
    expect(await kindsSince(last)).toEqual(['signed-out']);
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => passSecondStep().run(half, PAPER, null)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const kinds = (await kindsSince(last)).slice(1).sort();
    expect(kinds).toEqual(['recovery-code-used', ...Array<string>(4).fill('second-factor-refused'), 'signed-in']);
  });
});
