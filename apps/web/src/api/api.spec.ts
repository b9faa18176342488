import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { DataSource } from 'typeorm';
import { MakeToken } from '#application/access/make-token.js';
import { CaseList } from '#application/case/case-list.js';
import { SCOPES } from '#domain/access/scope.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { mandateOn } from '#domain/case/mandate.js';
import type { Role } from '#domain/access/role.js';
import { accountOf } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Responses }>>>>;
  readonly components: { readonly schemas: object };
}
type Responses = Readonly<Record<string, { content?: { 'application/json': { schema: object } } }>>;

const A_NOTICE = {
  ...{ platform: 'practice', language: 'nl', measure: 'remove', manipulated: 'none' },
  grounds: [{ code: 'AW21', explanation: 'Herkenbaar portret, zonder toestemming geplaatst.' }],
  items: [{ url: 'https://example.org/p/1', contentType: 'post' }],
};

const MANDATED = { line: 'helpline', mandate: 'statement' };

let app: NestExpressApplication;
let document: Described;
const tokens = new Map<Role, string>();

async function tokenOf(role: Role, scopes: readonly string[] = SCOPES): Promise<string> {
  const found: { id: string }[] = await app
    .get(DataSource)
    .query('select id from users where email = $1', [accountOf(role).email]);
  const by = { kind: 'user', userId: found[0]!.id, sessionId: null } as const;
  return (await app.get(MakeToken).run({ name: 'Proef', scopes, days: 1 }, by)).secret;
}

beforeAll(async () => {
  ({ app } = await openScene());
  for (const role of ['caseworker', 'auditor', 'administrator'] as const) tokens.set(role, await tokenOf(role));
  document = (await request(app.getHttpServer()).get('/api/openapi.json').set('Host', 'localhost')).body as Described;
});
afterAll(() => app.close());

const bearer = (secret: string) => ({ Host: 'localhost', Authorization: `Bearer ${secret}` });
const get = (path: string, secret = tokens.get('caseworker')!): Promise<Response> =>
  Promise.resolve(request(app.getHttpServer()).get(path).set(bearer(secret)));

async function send(method: 'post' | 'put', path: string, body: object, key: string = randomUUID()): Promise<Response> {
  const headers = { ...bearer(tokens.get('caseworker')!), 'Idempotency-Key': key };
  return request(app.getHttpServer())[method](path).set(headers).send(body);
}

/** Refuses an answer that the document does not describe, or describes otherwise. */
function expectAsDescribed(path: string, answer: Response): void {
  const responses = document.paths[path]!['get']!.responses;
  const { schema } = responses[String(answer.status)]!.content!['application/json'];
  const checker = new Ajv2020({ strict: false, formats: { uuid: true, date: true, 'date-time': true } });
  const refs = JSON.parse(JSON.stringify(asJsonSchema(document.components.schemas))) as object;
  const validate = checker.compile({ ...asJsonSchema(schema), components: { schemas: refs } });
  expect([validate(answer.body), validate.errors]).toEqual([true, null]);
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a list of types; nothing that is not described may come along. */
function asJsonSchema(schema: unknown): object {
  const text = JSON.stringify(schema, (_, value: unknown) => {
    const one = value as { type?: string; nullable?: boolean; enum?: unknown[]; allOf?: object[]; properties?: object };
    if (one?.nullable && one.allOf) return { anyOf: [...one.allOf, { type: 'null' }] };
    if (one?.nullable) return { ...one, nullable: undefined, type: [one.type, 'null'], ...nullToo(one.enum) };
    return one?.properties ? { ...one, additionalProperties: false } : value;
  });
  return JSON.parse(text) as object;
}

const nullToo = (words: unknown[] | undefined): object => (words ? { enum: [...words, null] } : {});

describe('the JSON API', () => {
  test('takes a case and a notice as a draft, and says where they stand', async () => {
    const opened = await send('post', '/api/cases', { line: 'helpline', summary: 'Proef' });
    expect(opened.status).toBe(201);
    const at = opened.headers['location']!;
    expectAsDescribed('/api/cases/{id}', await get(at));
    const begun = await send('post', `${at}/notices`, A_NOTICE);
    expect(begun.status).toBe(201);
    const notice = await get(begun.headers['location']!);
    expect(notice.body).toMatchObject({ status: 'draft', platform: 'practice', version: 1, sentAt: null });
    expectAsDescribed('/api/notices/{id}', notice);
    const wanted = { ...A_NOTICE, measure: 'restrict', version: 1 };
    expect((await send('put', begun.headers['location']!, wanted)).status).toBe(204);
    expect((await send('put', begun.headers['location']!, wanted)).status).toBe(409);
    expect((await send('post', `${at}/close`, { version: 1 })).status).toBe(204);
    expect((await get(at)).body).toMatchObject({ status: 'closed' });
  });

  test('keeps until when a mandate holds (without a day: until somebody ends it), and refuses what is no day', async () => {
    const opened = await send('post', '/api/cases', { ...MANDATED, mandateValidUntil: '2026-12-31' });
    expect(opened.status).toBe(201);
    const id = opened.headers['location']!.split('/').pop()!;
    expect((await app.get(CaseList).one(id)).content).toMatchObject({ ...MANDATED, mandateValidUntil: '2026-12-31' });
    const open = await send('post', '/api/cases', MANDATED);
    const { content } = await app.get(CaseList).one(open.headers['location']!.split('/').pop()!);
    expect(mandateOn(content, '2030-01-01')).toEqual({ kind: 'valid', until: null });
    for (const mandateValidUntil of ['2026-12', '2026-02-30', 'never']) {
      expect((await send('post', '/api/cases', { ...MANDATED, mandateValidUntil })).status).toBe(422);
    }
  });

  test('gives a notice the best channel its platform has, and none where nobody can reach one', async () => {
    const { headers } = await send('post', '/api/cases', { line: 'helpline' });
    const channels = ['practice', 'youtube', 'discord'].map(async (platform) => {
      const begun = await send('post', `${headers['location']}/notices`, { ...A_NOTICE, platform });
      return ((await get(begun.headers['location']!)).body as { channel: string | null }).channel;
    });
    expect(await Promise.all(channels)).toEqual(['email', 'web-form', null]);
  });

  test('keeps the channel a person chose when a program writes the notice anew, and no address of another', async () => {
    const { headers } = await send('post', '/api/cases', { line: 'helpline' });
    const at = (await send('post', `${headers['location']}/notices`, { ...A_NOTICE, platform: 'youtube' })).headers[
      'location'
    ]!;
    const id = at.split('/').pop()!;
    const FORM = 'https://support.google.com/legal/answer/3110420';
    await app
      .get(DataSource)
      .query(
        `update notices set channel = 'web-form', answers = answers || jsonb_build_object('channelAddress', $2::text) where id = $1`,
        [id, FORM],
      );
    const content = async () => (await app.get(NoticeFile).whole(id)).notice.content;
    expect((await send('put', at, { ...A_NOTICE, platform: 'youtube', version: 1 })).status).toBe(204);
    expect(await content()).toMatchObject({ channel: 'web-form', answers: { channelAddress: FORM } });
    expect((await send('put', at, { ...A_NOTICE, version: 2 })).status).toBe(204);
    expect(await content()).toMatchObject({ channel: 'email' });
    expect((await content()).answers).not.toHaveProperty('channelAddress');
  });

  test.each(['/api/me', '/api/cases', '/api/notices', '/api/messages', '/api/platforms', '/api/follow-up'])(
    'answers %s as its document describes',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expectAsDescribed(path, answer);
    },
  );

  test('does a change once, whatever the line does: the same key gets the same answer', async () => {
    const key = randomUUID();
    const first = await send('post', '/api/cases', { line: 'helpline' }, key);
    const again = await send('post', '/api/cases', { line: 'helpline' }, key);
    expect([again.status, again.headers['location']]).toEqual([201, first.headers['location']]);
    expect((await send('post', '/api/cases', { line: 'hotline' }, key)).status).toBe(409);
  });

  test.each([
    [{ line: 'helpline', role: 'administrator' }, 'role: whitelistValidation'],
    [{ line: 'elsewhere' }, 'line: isIn'],
    [{ line: 'helpline', threatToLife: 'yes' }, 'threatToLife: isBoolean'],
  ])('refuses %j and names the place', async (body, fault) => {
    const answer = await send('post', '/api/cases', body);
    const { error } = answer.body as { error: { facts: object } };
    expect([answer.status, error.facts]).toEqual([422, { faults: [fault] }]);
  });

  test('says in words what is wrong, also where no rule speaks', async () => {
    const absent = await get(`/api/cases/${randomUUID()}`);
    expect(absent.body).toMatchObject({ error: { code: 'http.404', message: 'Deze pagina is er niet' } });
  });

  test('sends nothing, approves nothing and decides nothing: those routes are not there', () => {
    const changes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map((method) => `${method} ${path}`),
    );
    expect(changes.sort()).toEqual([
      'post /api/cases',
      'post /api/cases/{id}/close',
      'post /api/cases/{id}/notices',
      'post /api/cases/{id}/reopen',
      'put /api/notices/{id}',
    ]);
  });
});

test('the log is told to who may read it, entry after entry', async () => {
  const first = await get('/api/audit', tokens.get('auditor'));
  expect(first.status).toBe(200);
  expectAsDescribed('/api/audit', first);
  expect((await get('/api/audit')).status).toBe(403);
});

describe('a token', () => {
  test('lends no more than its scopes', async () => {
    const register = await tokenOf('caseworker', ['register:read']);
    expect((await get('/api/platforms', register)).status).toBe(200);
    expect((await get('/api/cases', register)).status).toBe(403);
  });

  test('lends no more than its person may do', async () => {
    expect((await get('/api/cases', tokens.get('administrator'))).status).toBe(403);
    const headers = { ...bearer(tokens.get('auditor')!), 'Idempotency-Key': randomUUID() };
    const answer = await request(app.getHttpServer()).post('/api/cases').set(headers).send({ line: 'helpline' });
    expect(answer.status).toBe(403);
  });

  test('opens no page, and a session opens nothing of the API', async () => {
    expect((await get('/cases')).headers['location']).toBe('/sign-in?to=%2Fcases');
    const { visitor } = await openScene().then(async (other) => {
      const answer = await other.visitor.get('/api/cases');
      await other.app.close();
      return { visitor: answer };
    });
    expect([visitor.status, visitor.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  });

  test('that is over, revoked, of somebody disabled, or made up is worth nothing', async () => {
    const db = app.get(DataSource);
    const [over, revoked, left] = [await tokenOf('reviewer'), await tokenOf('reviewer'), await tokenOf('reviewer')];
    const latest = 'id = (select id from access_tokens order by made_at desc offset $1 limit 1)';
    await db.query(`update access_tokens set ends_at = made_at + interval '1 ms' where ${latest}`, [2]);
    await db.query(`update access_tokens set revoked_at = now() where ${latest}`, [1]);
    expect((await get('/api/me', left)).status).toBe(200);
    await db.query(`update users set disabled = true where email = $1`, [accountOf('reviewer').email]);
    for (const secret of [over, revoked, left, `seinpost_${'0'.repeat(64)}`, 'x']) {
      const answer = await get('/api/me', secret);
      expect([answer.status, Object.keys(answer.body as object)]).toEqual([401, ['error']]);
    }
  });

  test('is kept as a digest only, and made and revoked in the log', async () => {
    const secret = await tokenOf('supervisor');
    const db = app.get(DataSource);
    const rows: object[] = await db.query('select t::text from access_tokens t');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(9));
    const events: { kind: string }[] = await db.query(`select kind from event_log where subject = 'token'`);
    expect(events.map(({ kind }) => kind)).toContain('token-made');
  });
});
