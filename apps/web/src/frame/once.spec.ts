import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { OpenCase } from '#application/case/open-case.js';
import { accountOf, DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const CASE = { line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'normal' };

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, visitor } = await openScene());
});
afterAll(() => app.close());
afterEach(() => void jest.restoreAllMocks());

const count = async (table: string): Promise<number> => {
  const [row]: { n: number }[] = await app.get(DataSource).query(`select count(*)::int as n from ${table}`);
  return row!.n;
};
const aForm = (fields: object = {}): Record<string, string> => ({ ...CASE, _once: randomUUID(), ...fields });

describe('a form that is sent more than once (F53)', () => {
  test('at the same moment is done once, and every sender gets the same answer', async () => {
    const before = await count('case_files');
    const form = aForm({ summary: 'Twee keer gedrukt' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => visitor.post('/cases/new', form)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    expect(await count('case_files')).toBe(before + 1);
  });

  test('by a slow line, minutes later, is answered as before', async () => {
    const form = aForm();
    const first = await visitor.post('/cases/new', form);
    const before = await count('event_log');
    const again = await visitor.post('/cases/new', form);
    expect([again.status, again.headers['location']]).toEqual([303, first.headers['location']]);
    expect(await count('event_log')).toBe(before);
  });

  test('with another text is refused, and the text is still there to copy', async () => {
    const form = aForm({ summary: 'Eerst dit' });
    await visitor.post('/cases/new', form);
    const before = await count('case_files');
    const other = await visitor.post('/cases/new', { ...form, summary: 'Later <b>dat</b>' });
    expect(other.status).toBe(409);
    expect(other.text).toContain('al verstuurd, met een andere tekst');
    expect(other.text).toContain('Later &lt;b&gt;dat&lt;/b&gt;');
    expect(await count('case_files')).toBe(before);
  });

  test('to another address with the same key is refused too', async () => {
    const form = aForm();
    const { headers } = await visitor.post('/cases/new', form);
    expect((await visitor.post(`${headers['location']}/close`, { _once: form['_once']! })).status).toBe(409);
  });

  test('by somebody else with the same key is theirs', async () => {
    const other = new DeskVisit(app);
    await other.signIn('supervisor');
    const form = aForm();
    const first = await visitor.post('/cases/new', form);
    const second = await other.post('/cases/new', form);
    expect(second.status).toBe(303);
    expect(second.headers['location']).not.toBe(first.headers['location']);
  });

  test('from two tabs, each with its own key, is done once where it can be done only once', async () => {
    const { headers } = await visitor.post('/cases/new', aForm());
    const close = () => visitor.post(`${headers['location']}/close`, {});
    const statuses = (await Promise.all([close(), close()])).map(({ status }) => status).sort();
    expect(statuses[0]).toBe(303);
    const [row]: { n: number }[] = await app
      .get(DataSource)
      .query(`select count(*)::int as n from event_log where kind = 'case-closed' and subject_id = $1`, [
        String(headers['location']).split('/').at(-1),
      ]);
    expect(row!.n).toBe(1);
  });

  test('by a visitor who signs in opens one session, which each of the answers brings', async () => {
    const newcomer = new DeskVisit(app);
    await newcomer.get('/sign-in');
    const before = await count('sessions');
    const form = { ...accountOf('reviewer'), _once: randomUUID() };
    const cookie = `__Host-seinpost=${newcomer.secret}`;
    const press = () => newcomer.post('/sign-in', form, { Cookie: cookie });
    const [first, second] = await Promise.all([press(), press()]);
    expect(first.get('Set-Cookie')).toEqual(second.get('Set-Cookie'));
    expect(await count('sessions')).toBe(before + 1);
  });
});

describe('a form that was not done', () => {
  test('because something was missing may be sent again with the same key', async () => {
    const _once = randomUUID();
    expect((await visitor.post('/cases/new', { ...CASE, line: '', _once })).status).toBe(422);
    expect((await visitor.post('/cases/new', { ...CASE, _once })).status).toBe(303);
  });

  test('because nobody was signed in is not kept as done', async () => {
    const stranger = new DeskVisit(app);
    await stranger.get('/sign-in');
    const before = await count('answered_posts');
    const answer = await stranger.post('/cases/new', aForm());
    expect(answer.status).toBe(401);
    expect(await count('answered_posts')).toBe(before);
  });

  test('without a key is refused in plain words, and nothing happens', async () => {
    const before = await count('case_files');
    for (const _once of ['', 'kort', 'é'.repeat(20), 'x'.repeat(300), `${'x'.repeat(20)} y`]) {
      const answer = await visitor.post('/cases/new', { ...CASE, _once });
      expect([answer.status, answer.text.includes('Open de pagina opnieuw')]).toEqual([400, true]);
    }
    expect(await count('case_files')).toBe(before);
  });

  test('because of a fault of ours may be sent again with the same key', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const form = aForm();
    const act = jest.spyOn(app.get(OpenCase), 'run').mockRejectedValueOnce(new Error('broken'));
    expect((await visitor.post('/cases/new', form)).status).toBe(500);
    act.mockRestore();
    expect((await visitor.post('/cases/new', form)).status).toBe(303);
  });
});

describe('a form of which nobody knows whether it was done (F11)', () => {
  test('because the line broke at the commit, is known by its key and not done again', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const form = aForm();
    const act = app.get(OpenCase);
    const run = act.run.bind(act);
    jest.spyOn(act, 'run').mockImplementationOnce(async (...asked) => {
      await run(...asked);
      throw Object.assign(new Error('Connection terminated'), { code: '08006' });
    });
    const before = await count('case_files');
    expect((await visitor.post('/cases/new', form)).status).toBe(503);
    const again = await visitor.post('/cases/new', form);
    expect([again.status, again.text.includes('Dit is al gedaan')]).toEqual([409, true]);
    expect(await count('case_files')).toBe(before + 1);
  });
});

test('nothing of who sent a form, where to or what it said can be read from what is kept', async () => {
  await visitor.post('/cases/new', aForm({ summary: 'Kanarie-9d41' }));
  const rows: object[] = await app.get(DataSource).query('select * from answered_posts');
  expect(rows.length).toBeGreaterThan(3);
  const text = JSON.stringify(rows);
  expect(text).not.toMatch(/Kanarie|practice\.example|cases\/new/);
});
