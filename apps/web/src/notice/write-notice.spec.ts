import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const NEW = `/cases/${uuid(1401)}/notices/new`;
const EDIT = `/notices/${uuid(901)}/edit`;
const WRITTEN = {
  platform: 'practice',
  addresses: 'http://127.0.0.1:3301/posts/31',
  contentType: 'post',
  ground: 'AW21',
  explanation: 'De afgebeelde persoon is herkenbaar en gaf geen toestemming.',
  measure: 'remove',
  manipulated: 'unknown',
  language: 'en',
};

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  await open.scene.notices(NoticeBuilder.aNotice(901).build(), NoticeBuilder.aNotice(902).sentOn().build());
});
afterAll(() => app.close());

const whole = async (id: string) => (await app.get(NoticeFile).whole(id)).notice;

async function write(fields: Record<string, string> = {}) {
  await visitor.get(NEW);
  return visitor.post(NEW, { ...WRITTEN, ...fields });
}

/** The notice that a form made. */
async function written(fields: Record<string, string> = {}) {
  const done = await write(fields);
  expect(done.status).toBe(303);
  return whole(String(done.headers['location']).replace('/notices/', ''));
}

describe('writing a notice', () => {
  test('keeps what was written and says what comes next', async () => {
    const { id, reference } = await written();
    const { text } = await visitor.get(`/notices/${id}`);
    expect(text).toContain(`${reference} is bewaard`);
    expect(text).toContain('Lees de brief en verstuur');
    expect(text).toContain(`action="/notices/${id}/prepare"`);
  });

  test('without an explanation goes on to the questions of its ground', async () => {
    const done = await write({ explanation: '' });
    expect(done.headers['location']).toMatch(/^\/notices\/[0-9a-f-]{36}\/grounds\/AW21\/explain$/);
  });

  test('on a ground that was repealed is refused at its field, with the one that took its place', async () => {
    const refused = await write({ ground: 'SR248_OLD' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="ground-error"');
    expect(refused.text).toContain('geldt niet meer na 2024-06-30. Kies SR252');
    const second = (await write({ secondGround: 'BW6_196C' })).text;
    expect(second).toContain('Kies een andere rechtsgrond');
    expect(second).toContain('id="secondGround-error"');
  });

  test('offers the grounds of the country by theme, those in force only', async () => {
    const { text } = await visitor.get(NEW);
    expect(text).toContain('<optgroup label="Portret en auteursrecht">');
    expect(text).not.toContain('value="SR248_OLD"');
  });

  test('with nothing filled in is refused at each field that cannot be missed', async () => {
    await visitor.get(NEW);
    const refused = await visitor.post(NEW, {});
    expect(refused.status).toBe(422);
    for (const field of ['platform', 'addresses', 'ground', 'measure', 'language'])
      expect(refused.text).toContain(`href="#${field}`);
    expect(refused.text).toContain('id="addresses-error"');
  });

  test.each([
    ['platform', 'nowhere', 'Kies een platform uit de lijst'],
    ['ground', 'AW99', 'Kies een rechtsgrond uit de lijst'],
    ['explanation', 'ë'.repeat(10_001), '10.000 tekens'],
    ['locator', 'x'.repeat(201), '200 tekens'],
    ['addresses', 'javascript:alert(1)', 'javascript:alert(1) is geen volledig adres'],
    ['addresses', 'data:text/html,x', 'is geen volledig adres'],
    ['addresses', 'http://', 'is geen volledig adres'],
    ['addresses', 'www.platform.example/p/1', 'is geen volledig adres'],
    ['addresses', 'https://a.example/a\u0000b', 'teken'],
    ['addresses', 'https://a.example/a\u202Eb', 'teken'],
    ['locator', 'a\u0000b', 'teken'],
    ['explanation', 'De persoon gaf geen toestemming.\u0000', 'teken'],
  ])('with %s as %j is refused at that field, and nothing typed is lost', async (field, value, says) => {
    const refused = await write({ secondExplanation: 'Een tweede uitleg van voldoende lengte.', [field]: value });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
    expect(refused.text).toContain(`href="#${field}"`);
    expect(refused.text).toContain('Een tweede uitleg van voldoende lengte.');
    if (!['platform', 'ground'].includes(field) && !value.includes('\u0000'))
      expect(refused.text).toContain(value.slice(0, 300));
  });

  test('in a case that is closed is refused in words', async () => {
    const closed = await visitor.post('/cases/new', {
      ...{ line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'normal' },
    });
    const page = String(closed.headers['location']);
    await visitor.post(`${page}/close`, {});
    const refused = await visitor.post(`${page}/notices/new`, WRITTEN);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('De zaak is gesloten');
  });

  test('takes addresses separated by lines, spaces or commas, each once, also when made unclickable', async () => {
    const addresses =
      'https://a.example/1\r\nhttps://a.example/2, https://a.example/1 hxxps://a[.]example/3,https://a.example/4,5,';
    const { items } = await written({ addresses });
    expect(items.map((item) => item.url)).toEqual([
      'https://a.example/1',
      'https://a.example/2',
      'https://a.example/3',
      'https://a.example/4,5',
    ]);
  });

  test('takes an address of ten thousand characters', async () => {
    const { id, items } = await written({ addresses: `https://a.example/${'x'.repeat(10_000)}` });
    expect(items[0]?.url).toHaveLength(10_018);
    expect((await visitor.get(`/notices/${id}`)).status).toBe(200);
  });

  test('takes five hundred addresses at once and shows them all', async () => {
    const addresses = Array.from({ length: 500 }, (_, n) => `https://a.example/posts/${n}`).join('\n');
    const { id, items } = await written({ addresses });
    expect(items).toHaveLength(500);
    const page = await visitor.get(`/notices/${id}`);
    expect([page.status, page.text.includes('https://a.example/posts/499')]).toEqual([200, true]);
  });

  test('shows as text whatever was typed', async () => {
    const script = '<script>alert(1)</script>';
    const { id } = await written({ locator: script, explanation: `${script} is geen uitleg maar ook geen gevaar` });
    for (const page of [`/notices/${id}`, `/notices/${id}/edit`]) {
      const { text } = await visitor.get(page);
      expect(text).not.toContain(script);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  test('that lacks its explanation is kept, and the page lists what is missing', async () => {
    const { id } = await written({ explanation: 'te kort', secondGround: 'AVG17' });
    const { text } = await visitor.get(`/notices/${id}`);
    expect(text).toContain('Er ontbreekt nog iets');
    expect(text).toContain('Leg bij elke rechtsgrond in ten minste 20 tekens uit');
    const refused = await visitor.post(`/notices/${id}/prepare`, { version: '1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('De melding is nog niet compleet');
  });
});

describe('changing a notice', () => {
  test('shows what stands there and keeps what is written over it', async () => {
    const { text } = await visitor.get(EDIT);
    expect(text).toContain('http://127.0.0.1:3301/posts/901');
    expect((await visitor.post(EDIT, { ...WRITTEN, version: '1' })).headers['location']).toBe(`/notices/${uuid(901)}`);
    expect((await whole(uuid(901))).items[0]?.url).toBe(WRITTEN.addresses);
  });

  test('after somebody else did is refused in words, and what was typed stays', async () => {
    await visitor.get(EDIT);
    const late = { ...WRITTEN, explanation: 'Wat de tweede persoon intussen ook schreef.', version: '1' };
    const refused = await visitor.post(EDIT, late);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Iemand heeft dit intussen veranderd');
    expect(refused.text).toContain('Wat de tweede persoon intussen ook schreef.');
    expect((await whole(uuid(901))).content.grounds[0]?.explanation).toBe(WRITTEN.explanation);
    expect(refused.text).toContain('vervangt dat wat de ander schreef');
    const shown = /name="version" value="(\d+)"/.exec(refused.text)?.[1] ?? '';
    expect((await visitor.post(EDIT, { ...late, version: shown })).status).toBe(303);
    expect((await whole(uuid(901))).content.grounds[0]?.explanation).toBe(late.explanation);
  });

  test('without saying which version was seen is refused', async () => {
    expect((await visitor.post(EDIT, WRITTEN)).status).toBe(422);
  });

  test('that was sent is refused', async () => {
    await visitor.get(`/notices/${uuid(902)}/edit`);
    const { version } = await whole(uuid(902));
    const refused = await visitor.post(`/notices/${uuid(902)}/edit`, { ...WRITTEN, version: String(version) });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('de melding is intussen verder');
  });

  test.each([uuid(999), 'x', '%00'])('that nobody knows (%s) is not found', async (id) => {
    expect((await visitor.get(`/notices/${id}`)).status).toBe(404);
    expect((await visitor.get(`/notices/${id}/edit`)).status).toBe(404);
    await visitor.get('/work');
    expect((await visitor.post(`/notices/${id}/edit`, { ...WRITTEN, version: '1' })).status).toBe(404);
    expect((await visitor.post(`/cases/${id}/notices/new`, WRITTEN)).status).toBe(404);
  });
});

describe('who may write', () => {
  test.each(['auditor', 'reviewer'] as const)('a person with the role %s reads but does not write', async (role) => {
    const person = new DeskVisit(app);
    await person.signIn(role);
    const { status, text } = await person.get(`/notices/${uuid(901)}`);
    expect([status, text.includes('/edit"')]).toEqual([200, false]);
    for (const page of [NEW, EDIT]) {
      expect((await person.get(page)).status).toBe(403);
      expect((await person.post(page, WRITTEN)).status).toBe(403);
    }
  });

  test('an administrator sees no notice', async () => {
    const person = new DeskVisit(app);
    await person.signIn('administrator');
    for (const page of [`/notices/${uuid(901)}`, NEW, EDIT]) expect((await person.get(page)).status).toBe(403);
  });
});
