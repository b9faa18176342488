import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { colleague } from '#test/visits/colleague.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const CASE = {
  line: 'helpline',
  ageBand: 'unknown',
  mandate: 'none',
  manipulated: 'unknown',
  urgency: 'normal',
};
/** What turns the line or the text around, or is not seen at all. */
const UNSEEN = 'a\u202Eb\u200Bc\u00ADd';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
});
afterAll(() => app.close());

async function opened(fields: Record<string, string> = {}): Promise<string> {
  const done = await visitor.post('/cases/new', { ...CASE, ...fields });
  expect(done.status).toBe(303);
  return String(done.headers['location']);
}

describe('the list of cases', () => {
  test('says on the first day how to begin', async () => {
    expect((await visitor.get('/cases')).text).toContain('Er zijn nog geen zaken');
  });

  test('finds a case by its own number, the help-seeker’s and that of its notice', async () => {
    await scene.notices(NoticeBuilder.aNotice(901).sentOn().build(), NoticeBuilder.aNotice(902).build());
    for (const search of ['2026-00901', 'hl-4711', 'TF-2026-000901', ' Z-2026-00901 ']) {
      const { text } = await visitor.get(`/cases?search=${encodeURIComponent(search)}`);
      expect(text).toContain(`href="/cases/${uuid(1401)}"`);
    }
    expect((await visitor.get('/cases?search=TF-2026-000901')).text).not.toContain(uuid(1402));
  });

  test.each(['%00zz', '%25', '_', "'%20or%201=1", '%EF%BF%BF', encodeURIComponent(UNSEEN), 'x'.repeat(3_000), '%5C'])(
    'searched for %s finds nothing and breaks nothing',
    async (search) => {
      const answer = await visitor.get(`/cases?status=all&search=${search}`);
      expect([answer.status, answer.text.includes('Geen zaak past bij deze filters')]).toEqual([200, true]);
    },
  );

  test.each(['status=__proto__', 'page=-1', 'page=1e9', 'page=99999999999999999999', 'search=a&search=b'])(
    'asked for %s still shows a page',
    async (query) => expect((await visitor.get(`/cases?${query}`)).status).toBe(200),
  );
});

describe('a case', () => {
  test('is opened from a form that begins with what is usual', async () => {
    const { text } = await visitor.get('/cases/new');
    expect(text).toContain('Schrijf geen namen op');
    const page = await opened({ summary: 'Een foto zonder toestemming', urgency: 'soon' });
    const shown = (await visitor.get(page)).text;
    expect(shown).toMatch(/Zaak Z-\d{4}-\d{5} is geopend/);
    expect(shown).toContain('Een foto zonder toestemming');
  });

  test('of which nothing was filled in is refused at each field', async () => {
    await visitor.get('/cases/new');
    const refused = await visitor.post('/cases/new', {});
    expect(refused.status).toBe(422);
    for (const field of ['line', 'ageBand', 'mandate', 'manipulated', 'urgency'])
      expect(refused.text).toContain(`href="#${field}`);
  });

  test('with wrong choices and long texts is refused, and keeps all that was typed', async () => {
    const long = { summary: 'ë'.repeat(4_001), helpSeekerReference: 'n'.repeat(61) };
    const refused = await visitor.post('/cases/new', { ...CASE, ...long, urgency: 'whenever' });
    expect(refused.status).toBe(422);
    for (const text of ['4000 tekens', '60 tekens', 'Kies hoe snel het moet', long.summary, long.helpSeekerReference])
      expect(refused.text).toContain(text);
  });

  test('shows what was typed as text, whatever was typed', async () => {
    const summary = `<script>alert(1)</script> "quoted" ${UNSEEN}`;
    const page = await opened({ summary, helpSeekerReference: '<b>1</b>' });
    const { text } = await visitor.get(page);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;');
    expect(text).toContain('&lt;b&gt;1&lt;/b&gt;');
    expect(text).not.toContain('<script>alert');
  });

  test('with a character that no text has is refused in words', async () => {
    await visitor.get('/cases/new');
    const refused = await visitor.post('/cases/new', { ...CASE, summary: 'a\u0000b' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('teken');
  });

  test('is closed and reopened, once, however often the button is pressed', async () => {
    const page = await opened();
    await visitor.get(page);
    expect((await visitor.post(`${page}/close`, {})).status).toBe(303);
    expect((await visitor.get(page)).text).toContain('Zaak heropenen');
    expect((await visitor.post(`${page}/close`, {})).status).toBeLessThan(500);
    expect((await visitor.post(`${page}/reopen`, {})).status).toBe(303);
    expect((await visitor.post(`${page}/reopen`, {})).status).toBeLessThan(500);
    expect((await visitor.get(page)).text).toContain('Zaak sluiten');
  });

  test.each([uuid(999), 'x', '%00', "1'", '00000000-0000-0000-0000-00000000000g'])(
    '%s that nobody knows is not found, whatever one does with it',
    async (id) => {
      await visitor.get('/work');
      expect((await visitor.get(`/cases/${id}`)).status).toBe(404);
      for (const verb of ['close', 'reopen']) expect((await visitor.post(`/cases/${id}/${verb}`, {})).status).toBe(404);
      expect((await visitor.post(`/cases/${id}/notices/begin`, {})).status).toBe(404);
    },
  );
});

describe('who may do what with cases', () => {
  test.each(['auditor', 'reviewer'] as const)('a person with the role %s looks and changes nothing', async (role) => {
    const person = new DeskVisit(app);
    await person.signIn(role);
    const { status, text } = await person.get(`/cases/${uuid(1401)}`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/Zaak sluiten|Nieuwe melding/);
    expect((await person.get('/cases')).text).not.toContain('href="/cases/new"');
    expect((await person.get('/cases/new')).status).toBe(403);
    expect((await person.post('/cases/new', CASE)).status).toBe(403);
    expect((await person.post(`/cases/${uuid(1401)}/close`, {})).status).toBe(403);
  });

  test('a person opens cases for their own team, and is offered no other', async () => {
    const { visit } = await colleague(app, { lines: ['hotline'] });
    const offered = (await visit.get('/cases/new')).text;
    expect(offered).toMatch(/value="hotline"[^>]*checked/);
    expect(offered).not.toContain('value="helpline"');
    const refused = await visit.post('/cases/new', CASE);
    expect([refused.status, refused.text.includes('Deze lijn is niet van uw team')]).toEqual([422, true]);
    const own = await visit.post('/cases/new', { ...CASE, line: 'hotline' });
    expect((await visit.get(String(own.headers['location']))).status).toBe(200);
  });

  test('an administrator sees none', async () => {
    const person = new DeskVisit(app);
    await person.signIn('administrator');
    for (const page of ['/cases', `/cases/${uuid(1401)}`, '/cases/new'])
      expect((await person.get(page)).status).toBe(403);
  });
});
