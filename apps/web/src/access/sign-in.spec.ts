import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { accountOf, DeskVisit, deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../desk-app.js';

let app: NestExpressApplication;
let db: DataSource;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  db = app.get(DataSource);
});
afterAll(() => app.close());

const visit = () => new DeskVisit(app);
const { email, password } = accountOf('caseworker');
/** The code the caseworker's app shows now, one that was not used yet. */
const code = () => visit().codeOf(email);

describe('signing in', () => {
  test('who is not signed in is asked to, and then brought where they wanted to go', async () => {
    const visitor = visit();
    const asked = await visitor.get('/account?x=1');
    expect([asked.status, asked.headers['location']]).toEqual([303, '/sign-in?to=%2Faccount%3Fx%3D1']);
    await visitor.get('/sign-in?to=%2Faccount%3Fx%3D1');
    const half = await visitor.post('/sign-in', { email, password, to: '/account?x=1' });
    expect(half.headers['location']).toBe('/sign-in/second-step?to=%2Faccount%3Fx%3D1');
    expect((await visitor.get(half.headers['location']!)).text).toContain('value="/account?x&#x3D;1"');
    const entered = await visitor.post('/sign-in/second-step', { code: await code(), to: '/account?x=1' });
    expect([entered.status, entered.headers['location']]).toEqual([303, '/account?x=1']);
    expect((await visitor.get('/account')).text).toContain('Oefenmedewerker');
  });

  test.each(['//elsewhere.test', 'https://elsewhere.test', '/\\elsewhere.test', 'javascript:alert(1)'])(
    'nobody is sent to %s after signing in',
    async (to) => {
      const visitor = visit();
      await visitor.get('/sign-in');
      const entered = await visitor.post('/sign-in', { email, password, to });
      expect(entered.headers['location']).toBe('/sign-in/second-step?to=%2Fwork');
    },
  );

  test('a wrong password and an unknown person are told the same, and the address stays typed', async () => {
    const answers = [];
    for (const typed of [
      { email, password: 'not this one' },
      { email: 'nobody@seinpost.test', password },
    ]) {
      const visitor = visit();
      await visitor.get('/sign-in');
      const answer = await visitor.post('/sign-in', typed);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`value="${typed.email}"`);
      expect(answer.text).not.toContain(typed.password);
      answers.push(/<li>(.*?)<\/li>/.exec(answer.text)?.[1]);
    }
    expect(answers[0]).toBe('Het e-mailadres of het wachtwoord klopt niet');
    expect(answers[1]).toBe(answers[0]);
  });

  test('empty fields are named one by one, each with a link to its field', async () => {
    const visitor = visit();
    await visitor.get('/sign-in');
    const answer = await visitor.post('/sign-in', { email: '', password: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Fout: Inloggen');
    expect(answer.text).toContain('<a href="#email">Vul uw e-mailadres in</a>');
    expect(answer.text).toContain('aria-describedby="password-error"');
  });

  test('a field that does not belong to the form refuses it', async () => {
    const visitor = visit();
    await visitor.get('/sign-in');
    const answer = await visitor.post('/sign-in', { email, password, role: 'administrator' });
    expect(answer.status).toBe(422);
    expect(visitor.token).not.toBe('');
  });

  test('after five wrong tries the next one waits, also with the right password', async () => {
    const typed = { email: accountOf('auditor').email, password: 'wrong' };
    const visitor = visit();
    await visitor.get('/sign-in');
    for (let n = 0; n < 5; n += 1) await visitor.post('/sign-in', typed);
    const answer = await visitor.post('/sign-in', accountOf('auditor'));
    expect(answer.status).toBe(429);
    expect(answer.text).toContain('Te vaak geprobeerd');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a session', () => {
  test('gets a new secret at signing in, and only its digest is kept', async () => {
    const visitor = visit();
    await visitor.get('/sign-in');
    const before = visitor.secret;
    await visitor.signIn();
    expect(visitor.secret).not.toBe(before);
    const [{ kept }]: [{ kept: number }] = await db.query(
      `select count(*)::int as kept from sessions where secret_digest = sha256(convert_to($1, 'UTF8'))`,
      [visitor.secret],
    );
    expect(kept).toBe(1);
  });

  test('is over after half an hour without a page', async () => {
    const visitor = visit();
    await visitor.signIn('reviewer');
    await age('seen_at', '31 minutes');
    expect((await visitor.get('/work')).headers['location']).toContain('/sign-in');
  });

  test('is over ten hours after signing in, however busy', async () => {
    const visitor = visit();
    await visitor.signIn('reviewer');
    await age('began_at', '10 hours');
    expect((await visitor.get('/work')).headers['location']).toContain('/sign-in');
  });

  test('is over at once when the person may no longer work here', async () => {
    const visitor = visit();
    await visitor.signIn('reviewer');
    await db.query('update users set disabled = true where email = $1', [accountOf('reviewer').email]);
    expect((await visitor.get('/work')).status).toBe(303);
    await db.query('update users set disabled = false where email = $1', [accountOf('reviewer').email]);
  });

  test('ends by leaving, and its cookie opens nothing afterwards', async () => {
    const visitor = visit();
    await visitor.signIn();
    const secret = visitor.secret ?? '';
    const left = await visitor.post('/sign-out', {});
    expect([left.status, left.headers['location']]).toEqual([303, '/sign-in']);
    visitor.cookies.set('__Host-seinpost', secret);
    expect((await visitor.get('/work')).status).toBe(303);
  });

  /** Makes the newest sessions look older. */
  const age = (column: 'seen_at' | 'began_at', by: string) =>
    db.query(
      column === 'seen_at'
        ? `update sessions set seen_at = seen_at - $1::interval, began_at = began_at - $1::interval`
        : `update sessions set began_at = began_at - $1::interval`,
      [by],
    );
});
