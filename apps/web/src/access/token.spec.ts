import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openScene } from '#test/visits/open-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, visitor } = await openScene());
});
afterAll(() => app.close());

const WISH = { name: 'Maandcijfers', days: '30', 'figures:read': 'yes' };

describe('the page of access tokens', () => {
  test('shows a new token once and lists it without its secret', async () => {
    await visitor.get('/account/tokens');
    const made = await visitor.post('/account/tokens', WISH);
    const secret = /seinpost_[0-9a-f]{64}/.exec(made.text)?.[0];
    expect(secret).toBeDefined();
    const list = await visitor.get('/account/tokens');
    expect(list.text).toContain('Maandcijfers');
    expect(list.text).not.toContain(secret);
  });

  test('revokes a token of the person’s own, and of nobody else', async () => {
    const list = await visitor.get('/account/tokens');
    const id = /\/account\/tokens\/([0-9a-f-]{36})\/revoke/.exec(list.text)![1]!;
    const other = new DeskVisit(app);
    await other.signIn('supervisor');
    await other.get('/account/tokens');
    expect((await other.post(`/account/tokens/${id}/revoke`, {})).status).toBe(404);
    expect((await visitor.post(`/account/tokens/${id}/revoke`, {})).headers['location']).toBe('/account/tokens');
    expect((await visitor.get('/account/tokens')).text).toContain('Ingetrokken');
  });

  test.each([
    [{ ...WISH, name: '' }, 'name'],
    [{ ...WISH, days: '400' }, 'days'],
    [{ name: 'x', days: '3' }, 'cases:read'],
  ])('says at the field what is missing in %j', async (wish, field) => {
    await visitor.get('/account/tokens');
    const answer = await visitor.post('/account/tokens', wish as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
  });
});
