import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { colleague, type ColleagueVisit } from '#test/visits/colleague.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let me: ColleagueVisit;
let other: ColleagueVisit;
let supervisor: ColleagueVisit;

beforeAll(async () => {
  const opened = await openScene();
  app = opened.app;
  await opened.scene.notices(NoticeBuilder.aNotice(1).sentOn().build(), NoticeBuilder.aNotice(2).build());
  me = await colleague(app, { lines: ['helpline'] });
  other = await colleague(app, { lines: ['helpline'] });
  supervisor = await colleague(app, { role: 'supervisor', lines: ['helpline'] });
});
afterAll(() => app.close());

const keep = (who: ColleagueVisit, fields: Record<string, string>) => who.visit.post('/cases/views/new', fields);
const rail = async (who: ColleagueVisit, path = '/cases'): Promise<string> =>
  (await who.visit.get(path)).text.split('<main')[0]!;
const idOf = async (who: ColleagueVisit, name: string): Promise<string> => {
  const { text } = await who.visit.get('/cases/views');
  return new RegExp(`${name}[\\s\\S]*?/cases/views/([0-9a-f-]{36})/rename`).exec(text)![1]!;
};

describe('a saved view', () => {
  test('keeps what the list shows under a name, and stands in the rail with its count', async () => {
    const { text } = await me.visit.get('/cases?unsent=yes&sort=opened');
    expect(text).toContain('href="/cases/views/new?sort&#x3D;opened&amp;unsent&#x3D;yes"');
    await me.visit.get('/cases/views/new?unsent=yes&sort=opened');
    const kept = await keep(me, { name: 'Concepten', choice: 'unsent=yes&sort=opened' });
    expect([kept.status, kept.headers['location']]).toEqual([303, '/cases?sort=opened&unsent=yes']);
    expect(await rail(me)).toMatch(/Concepten<\/bdi>[\s\S]*?<span aria-hidden="true">1<\/span>/);
    expect(await rail(me, '/account')).not.toContain('Concepten');
    expect(await rail(other)).not.toContain('Concepten');
  });

  test('is renamed and removed by who keeps it, and by nobody else', async () => {
    const id = await idOf(me, 'Concepten');
    for (const act of ['rename', 'remove'])
      expect((await other.visit.post(`/cases/views/${id}/${act}`, act === 'rename' ? { name: 'x' } : {})).status).toBe(
        404,
      );
    expect((await me.visit.post(`/cases/views/${id}/rename`, { name: 'Nog doen' })).status).toBe(303);
    expect(await rail(me)).toContain('Nog doen');
    expect((await me.visit.post(`/cases/views/${id}/remove`, {})).status).toBe(303);
    expect(await rail(me)).not.toContain('Nog doen');
  });

  test.each([
    [{ name: '' }, 'Geef de weergave een naam'],
    [{ name: 'x'.repeat(41) }, 'Houd de naam korter dan 40 tekens'],
    [{ name: 'Team', team: 'helpline' }, 'Alleen een leidinggevende'],
  ])('of %j is refused in words, and what was typed stays', async (fields, says) => {
    await me.visit.get('/cases/views/new');
    const refused = await keep(me, { ...fields, choice: 'urgency=now' });
    expect([refused.status, refused.text.includes(says), refused.text.includes('urgency&#x3D;now')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  test('has a name of its own', async () => {
    await me.visit.get('/cases/views/new');
    expect((await keep(me, { name: 'Spoed', choice: 'urgency=now' })).status).toBe(303);
    expect((await keep(me, { name: 'SPOED', choice: '' })).status).toBe(422);
    expect((await keep(other, { name: 'Spoed', choice: '' })).status).toBe(303);
  });

  test('that a supervisor shares is there for the whole team, who can only look', async () => {
    await supervisor.visit.get('/cases/views/new');
    expect((await keep(supervisor, { name: 'Te laat', team: 'helpline', choice: 'overdue=yes' })).status).toBe(303);
    expect(await rail(me)).toContain('Te laat');
    const elsewhere = await colleague(app, { lines: ['hotline'] });
    expect(await rail(elsewhere)).not.toContain('Te laat');
    expect((await me.visit.get('/cases/views')).text).toContain('Van uw leidinggevende');
    const id = await idOf(supervisor, 'Te laat');
    expect((await me.visit.post(`/cases/views/${id}/remove`, {})).status).toBe(404);
  });

  test('finds room twelve times', async () => {
    for (let n = 1; n <= 11; n += 1) expect((await keep(me, { name: `Nummer ${n}`, choice: '' })).status).toBe(303);
    const refused = await keep(me, { name: 'Te veel', choice: '' });
    expect([refused.status, refused.text.includes('Er is plaats voor 12 weergaven')]).toEqual([422, true]);
  });
});

describe('the team page', () => {
  test('says of whom how many cases are, within reach of who asks', async () => {
    const { text, status } = await supervisor.visit.get('/team');
    expect([status, text.includes('2 open zaken. 2 zijn van niemand.')]).toEqual([200, true]);
    const elsewhere = await colleague(app, { role: 'supervisor', lines: ['hotline'] });
    expect((await elsewhere.visit.get('/team')).text).toContain('Er zijn geen open zaken');
    expect((await me.visit.get('/team')).status).toBe(403);
  });
});
