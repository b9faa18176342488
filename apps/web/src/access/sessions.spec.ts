import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { accountOf, DeskVisit, deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../desk-app.js';

const SESSION = '__Host-seinpost';
const { email, password } = accountOf('caseworker');

let app: NestExpressApplication;
let db: DataSource;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  db = app.get(DataSource);
});
afterAll(() => app.close());

/** Somebody whose password was right just now. */
async function half(): Promise<DeskVisit> {
  await db.query('update totp_secrets set last_step = 0');
  await db.query('delete from sign_in_tries');
  const visitor = new DeskVisit(app);
  await visitor.get('/sign-in');
  await visitor.post('/sign-in', { email, password });
  await visitor.get('/sign-in/second-step');
  return visitor;
}

/** Another browser with the same cookies. */
function thief(of: DeskVisit): DeskVisit {
  const other = new DeskVisit(app);
  for (const [name, value] of of.cookies) other.cookies.set(name, value);
  other.token = of.token;
  return other;
}

describe('a session that is half (F70)', () => {
  test('reaches the second step and nothing else', async () => {
    const visitor = await half();
    for (const path of ['/work', '/cases', '/account', '/account/security', '/users', '/prove', '/passkeys/new']) {
      const answer = await visitor.get(path);
      expect([path, answer.status === 303 ? answer.headers['location'] : answer.status]).toEqual([
        path,
        path === '/passkeys/new' ? 422 : `/sign-in/second-step?to=${encodeURIComponent(path)}`,
      ]);
    }
    expect((await visitor.post('/account/password', {})).headers['location']).toBe('/sign-in/second-step');
  });

  test('sets up nothing for who has a second factor already', async () => {
    const visitor = await half();
    expect((await visitor.get('/sign-in/set-up')).headers['location']).toBe('/sign-in/second-step?to=%2Fwork');
    const answer = await visitor.post('/sign-in/set-up/app', { code: '123456' });
    expect([answer.status, answer.text.includes('U hebt al een tweede stap')]).toEqual([422, true]);
    expect(answer.text).not.toContain('class="qr"');
    const passkey = await visitor.post('/sign-in/set-up/passkey', { answer: '{}', name: 'x' });
    expect(passkey.status).toBe(422);
    expect(await db.query(`select 1 from totp_secrets where state = 'proposed'`)).toEqual([]);
  });

  test('leaves by the same button as everybody', async () => {
    const visitor = await half();
    expect((await visitor.post('/sign-out', {})).headers['location']).toBe('/sign-in');
    expect((await visitor.get('/sign-in/second-step')).headers['location']).toContain('/sign-in?to=');
  });
});

describe('a code (F70)', () => {
  test('lets one of ten in that bring it at the same time', async () => {
    const visitors = [];
    for (let n = 0; n < 3; n += 1) visitors.push(await half());
    const code = await visitors[0]!.codeOf(email);
    const answers = await Promise.all(visitors.map((each) => each.post('/sign-in/second-step', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  test('guessed too often waits, and says how long', async () => {
    const visitor = await half();
    for (let n = 0; n < 5; n += 1) await visitor.post('/sign-in/second-step', { code: '000000' });
    const answer = await visitor.post('/sign-in/second-step', { code: await visitor.codeOf(email) });
    expect(answer.status).toBe(429);
  });
});

describe('a cookie (F70)', () => {
  test('planted before is worth nothing afterwards: each step gives a new one', async () => {
    const visitor = new DeskVisit(app);
    visitor.cookies.set(SESSION, randomBytes(32).toString('base64url'));
    await db.query('update totp_secrets set last_step = 0');
    await db.query('delete from sign_in_tries');
    await visitor.get('/sign-in');
    const secrets = [visitor.secret];
    await visitor.post('/sign-in', { email, password });
    secrets.push(visitor.secret);
    await visitor.get('/sign-in/second-step');
    await visitor.post('/sign-in/second-step', { code: await visitor.codeOf(email) });
    secrets.push(visitor.secret);
    expect(new Set(secrets).size).toBe(3);
    for (const planted of secrets.slice(0, 2)) {
      const other = new DeskVisit(app);
      other.cookies.set(SESSION, planted!);
      expect((await other.get('/work')).headers['location']).toMatch(/^\/sign-in/);
    }
    expect((await visitor.get('/work')).status).toBe(200);
  });

  test('tossed from another host of the same domain cannot carry the name the desk reads', async () => {
    const visitor = await half();
    const given = (await visitor.get('/sign-in/second-step')).get('Set-Cookie') ?? [];
    const fresh = new DeskVisit(app);
    const [line = ''] = (await fresh.get('/sign-in')).get('Set-Cookie') ?? given;
    expect(line).toMatch(/^__Host-seinpost=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test.each([
    ['the person leaves', (visitor: DeskVisit) => visitor.post('/sign-out', {})],
    ['the role changes', () => db.query(`update users set role = 'auditor' where email = $1`, [email])],
    [
      'the person may no longer work here',
      () => db.query('update users set disabled = true where email = $1', [email]),
    ],
  ])('stolen is worth nothing as soon as %s', async (_, happen) => {
    const visitor = new DeskVisit(app);
    await visitor.signIn('caseworker');
    const other = thief(visitor);
    expect((await other.get('/work')).status).toBe(200);
    await happen(visitor);
    expect((await other.get('/work')).headers['location']).toContain('/sign-in');
    await db.query(`update users set role = 'caseworker', disabled = false where email = $1`, [email]);
  });

  test('of an old session shows nothing by going back: no page is kept, and leaving clears what is', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn('caseworker');
    expect((await visitor.get('/work')).headers['cache-control']).toBe('no-store');
    const left = await visitor.post('/sign-out', {});
    expect(left.headers['clear-site-data']).toContain('"cache"');
  });
});

describe('where somebody is signed in', () => {
  test('is at three places at most, each of which they can end from another', async () => {
    const visits = [];
    for (let n = 0; n < 4; n += 1) {
      visits.push(new DeskVisit(app));
      await visits[n]!.signIn('reviewer');
    }
    expect((await visits[0]!.get('/work')).status).toBe(303);
    const page = await visits[3]!.get('/account/security');
    const [which = ''] = /(?<=name="which" value=")[^"]+/.exec(page.text) ?? [];
    await visits[3]!.post('/account/security/sessions/end', { which });
    expect((await visits[2]!.get('/work')).status).toBe(303);
    await visits[3]!.get('/account/security');
    await visits[3]!.post('/account/security/sessions/end-others', {});
    expect((await visits[1]!.get('/work')).status).toBe(303);
    expect((await visits[3]!.get('/work')).status).toBe(200);
    const [{ n }]: [{ n: number }] = await db.query(
      `select count(*)::int n from event_log where kind = 'session-ended'`,
    );
    expect(n).toBe(2);
  });

  test('is not for somebody else to end', async () => {
    const [mine, theirs] = [new DeskVisit(app), new DeskVisit(app)];
    await mine.signIn('reviewer');
    await theirs.signIn('auditor');
    const [{ id }]: [{ id: string }] = await db.query(
      `select s.id from sessions s join users u on u.id = s.user_id where u.role = 'auditor'`,
    );
    await mine.get('/account/security');
    await mine.post('/account/security/sessions/end', { which: id });
    expect((await theirs.get('/work')).status).toBe(200);
  });
});

describe('changing how one signs in', () => {
  test('asks for a proof of now, and leads back', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn('supervisor');
    await db.query(`update sessions set proved_at = proved_at - interval '11 minutes'`);
    for (const path of ['/account/password', '/account/app', '/account/passkeys/new', '/account/recovery-codes']) {
      expect((await visitor.get(path)).headers['location']).toBe(`/prove?to=${encodeURIComponent(path)}`);
    }
    expect((await visitor.post('/account/app/remove', {})).headers['location']).toBe('/prove?to=%2Faccount%2Fsecurity');
    await visitor.get('/prove');
    expect((await visitor.post('/prove', { password: 'not this one' })).status).toBe(422);
    const before = visitor.secret;
    const proved = await visitor.post('/prove', { password, to: '/account/password' });
    expect(proved.headers['location']).toBe('/account/password');
    expect(visitor.secret).not.toBe(before);
    expect((await visitor.get('/account/password')).status).toBe(200);
  });

  test('never takes the last second factor away', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn('supervisor');
    const answer = await visitor.post('/account/app/remove', {});
    expect([answer.status, answer.text.includes('Dit is uw enige tweede stap')]).toEqual([422, true]);
  });

  test('to another password ends the other sessions and asks for the present one', async () => {
    const [visitor, elsewhere] = [new DeskVisit(app), new DeskVisit(app)];
    await elsewhere.signIn('supervisor');
    await visitor.signIn('supervisor');
    const next = 'een andere lange zin';
    const change = { presentPassword: password, password: next, passwordAgain: next };
    expect((await visitor.post('/account/password', { ...change, presentPassword: 'wrong' })).status).toBe(422);
    const guessable = { ...change, password: 'Wachtwoord2026', passwordAgain: 'Wachtwoord2026' };
    expect((await visitor.post('/account/password', guessable)).text).toContain('moeilijker te raden');
    expect((await visitor.post('/account/password', change)).headers['location']).toBe('/account/security');
    expect((await elsewhere.get('/work')).status).toBe(303);
    expect((await visitor.get('/work')).status).toBe(200);
    const [row]: [{ hash: string }] = await db.query(
      `select password_hash as hash from users where role = 'supervisor'`,
    );
    expect(row.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1,keyid=/);
  });

  test('gives recovery codes as a file only while they are on the screen', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn('reviewer');
    const shown = await visitor.post('/account/recovery-codes', {});
    const [codes = ''] = /(?<=name="codes" value=")[^"]+/.exec(shown.text) ?? [];
    const file = await visitor.post('/account/recovery-codes/file', { codes });
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.text.split('\n').filter((line) => line.includes('-'))).toHaveLength(10);
    await visitor.get('/account/recovery-codes');
    await visitor.post('/account/recovery-codes', {});
    expect((await visitor.post('/account/recovery-codes/file', { codes })).status).toBe(422);
    const stored: unknown = await db.query('select code_digest from recovery_codes');
    expect(JSON.stringify(stored)).not.toContain(codes.split(' ')[0]!.replaceAll('-', ''));
  });
});
