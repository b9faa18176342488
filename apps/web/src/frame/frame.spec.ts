import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { ChoosePreferences } from '#application/access/choose-preferences.js';
import { Sessions } from '#application/access/sessions.js';
import { UserLinks } from '#application/access/user-links.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { DeskVisit, practiceAccounts, deskFacts } from '#test/visits/desk-visit.js';
import { deskApp } from '../desk-app.js';

let app: NestExpressApplication;

beforeAll(async () => {
  const databaseUrl = await freshDatabase();
  await practiceAccounts(databaseUrl);
  app = await deskApp(deskFacts(databaseUrl));
});
afterAll(() => app.close());

describe('every answer', () => {
  test('allows nothing inline and nothing from elsewhere, and is kept nowhere', async () => {
    const { headers } = await new DeskVisit(app).get('/sign-in');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|nonce/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('says on a practice desk that it is one', async () => {
    const visitor = new DeskVisit(app);
    expect((await visitor.get('/sign-in')).text).toContain('Oefenomgeving');
    await visitor.signIn();
    expect((await visitor.get('/work')).text).toContain('Oefenomgeving');
    expect((await visitor.get('/nowhere')).text).toContain('Oefenomgeving');
  });

  test('gives a cookie that only our own host gets, over a safe connection, out of reach of scripts', async () => {
    const answer = await new DeskVisit(app).get('/sign-in');
    const cookie = (answer.get('Set-Cookie') ?? [])[0] ?? '';
    expect(cookie).toMatch(/^__Host-seinpost=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test('brings the stylesheet under an address that changes with its bytes', async () => {
    const visitor = new DeskVisit(app);
    const [, address = ''] =
      /href="(\/assets\/[0-9a-f]{16}\/desk\.css)"/.exec((await visitor.get('/sign-in')).text) ?? [];
    const sheet = await visitor.get(address);
    expect(sheet.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
    expect(sheet.headers['cache-control']).toContain('immutable');
    expect(sheet.text).toContain('.utrecht-button');
    expect(sheet.text).toContain('.rail');
    expect(sheet.text).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org)[^\s)]*\.(?:woff|css|png)/);
  });
});

describe('a change that the person did not ask for', () => {
  const choose = { language: 'en', theme: 'dark' };

  test.each([
    ['no token', { _csrf: '' }, {}],
    ['a made-up token', { _csrf: 'x'.repeat(43) }, {}],
    ['a request from another site', {}, { 'Sec-Fetch-Site': 'cross-site' }],
    ['a request from a sister site', {}, { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign Origin', {}, { Origin: 'https://elsewhere.test' }],
    ['our own name on another port', {}, { Origin: 'http://localhost:3301' }],
  ])('is refused with %s', async (_, fields, headers) => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    const answer = await visitor.post('/account', { ...choose, ...fields }, headers);
    expect(answer.status).toBe(403);
    expect((await visitor.get('/account')).text).toContain('lang="nl"');
  });

  test('is refused with the token of another session, and with that of an earlier one', async () => {
    const [visitor, other] = [new DeskVisit(app), new DeskVisit(app)];
    await other.signIn('supervisor');
    await visitor.get('/sign-in');
    const earlier = visitor.token;
    await visitor.signIn();
    for (const _csrf of [other.token, earlier]) {
      expect((await visitor.post('/account', { ...choose, _csrf })).status).toBe(403);
    }
  });

  test('is refused as plain text, as a form of several kinds at once, and with the method hidden', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    const cookie = `__Host-seinpost=${visitor.secret}`;
    const plain = request(app.getHttpServer()).post('/account').set({ Host: 'localhost', Cookie: cookie });
    expect((await plain.type('text/plain').send(`_csrf=${visitor.token}&language=en&theme=dark`)).status).toBe(415);
    const hidden = await visitor.get('/account?_method=POST&language=en&theme=dark', {
      'X-HTTP-Method-Override': 'POST',
    });
    expect(hidden.text).toContain('lang="nl"');
  });

  test('does not happen by opening an address', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    expect((await visitor.get('/sign-out')).status).toBe(404);
    expect((await visitor.get('/work')).status).toBe(200);
  });
});

describe('what goes wrong', () => {
  test('a page that does not exist has a reference and plain words, in the language of the person', async () => {
    const answer = await new DeskVisit(app).get('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Deze pagina is er niet');
    expect(answer.text).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
    const english = await new DeskVisit(app).get('/nowhere', { Cookie: '__Host-seinpost-language=en' });
    expect(english.text).toContain('This page does not exist');
  });

  test('a form that is too large is refused with 413 before anybody reads it', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    const answer = await visitor.post('/account', { language: 'x'.repeat(1_200_000), theme: 'dark' });
    expect(answer.status).toBe(413);
  });

  test('a form of thousands of fields is refused with 413', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    const fields = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`f${n}`, 'x']));
    expect((await visitor.post('/account', fields)).status).toBe(413);
  });

  test('a crooked address is a page, not a fault', async () => {
    expect((await new DeskVisit(app).get('/password/%E0%A4%A')).status).toBe(400);
  });

  test('another name for our address gets nothing', async () => {
    const answer = await request(app.getHttpServer()).get('/sign-in').set('Host', 'elsewhere.test');
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('_csrf" value="x');
  });

  test.each([
    [503, 'De gegevens zijn veilig', { code: 'ECONNREFUSED' }],
    [503, 'De gegevens zijn veilig', { driverError: { code: '57P01' } }],
    [500, 'De fout ligt bij Seinpost', { code: '42703' }],
  ])(
    'a fault of ours is %d, says what is safe, tells nothing of itself and is logged once',
    async (status, says, fault) => {
      const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
      const asked = jest
        .spyOn(app.get(Sessions), 'find')
        .mockRejectedValue(Object.assign(new Error('select secret'), fault));
      const answer = await new DeskVisit(app).get('/work', { Cookie: `__Host-seinpost=${'x'.repeat(43)}` });
      asked.mockRestore();
      const reference = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(answer.text)?.[0] ?? 'none';
      expect([answer.status, answer.text.includes(says), answer.text.includes('select secret')]).toEqual([
        status,
        true,
        false,
      ]);
      const lines = logged.mock.calls.map(([line]) => String(line));
      expect(lines.map((line) => [line.startsWith(`${reference} GET /work`), line.includes('secret')])).toEqual([
        [true, false],
      ]);
      logged.mockRestore();
    },
  );

  test('the one-time link and other secrets in an address do not reach the log', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const asked = jest.spyOn(app.get(UserLinks), 'find').mockRejectedValue(new Error('no'));
    await new DeskVisit(app).get(`/password/${'s'.repeat(43)}?x=secret`);
    asked.mockRestore();
    expect(logged.mock.calls.map(([line]) => String(line)).join()).toContain('GET /password');
    expect(logged.mock.calls.map(([line]) => String(line)).join()).not.toMatch(/sssss|secret/);
    logged.mockRestore();
  });

  test('what a person may not know of is a page that is not there', async () => {
    const asked = jest
      .spyOn(app.get(Sessions), 'find')
      .mockRejectedValue(new RuleViolation('case.not-found', { id: 'x' }));
    const answer = await new DeskVisit(app).get('/work', { Cookie: `__Host-seinpost=${'x'.repeat(43)}` });
    asked.mockRestore();
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Deze pagina is er niet');
  });

  test('a rule nobody worded yet still refuses, by its code', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    const act = jest.spyOn(app.get(ChoosePreferences), 'run').mockRejectedValue(new RuleViolation('moon.is-full'));
    const answer = await visitor.post('/account', { language: 'en', theme: 'dark' });
    act.mockRestore();
    expect([answer.status, answer.text.includes('moon.is-full')]).toEqual([422, true]);
  });

  test('a form cannot reach the prototype of anything', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    await visitor.post('/account', {
      '__proto__[polluted]': 'yes',
      'constructor[prototype][polluted]': 'yes',
      language: 'en',
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
