import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { writeNotice, type WizardAnswers } from '#test/visits/write-by-wizard.js';

const CASE = uuid(1401);
const WRITE = `/notices/${uuid(901)}/write`;
const MEASURE = {
  measure: 'restrict',
  language: 'en',
  platform: 'practice',
  channel: 'email notices@practice.example',
};

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  const empty = NoticeBuilder.aNotice(903).withoutLocation().withoutGround();
  await open.scene.notices(
    ...[NoticeBuilder.aNotice(901).build(), NoticeBuilder.aNotice(902).sentOn().build()],
    empty.saying({ platformCode: null, channel: null, answers: UNANSWERED }).build(),
  );
});
afterAll(() => app.close());

const whole = async (id: string) => (await app.get(NoticeFile).whole(id)).notice;
const write = (answers: WizardAnswers) => writeNotice(visitor, CASE, answers);
const grounds = (but: Record<string, string>) => ({ ground1: 'AW21', expression: 'Geen debat.', ...but });

describe('a notice that was written', () => {
  test('says what comes next, and its letter can be read', async () => {
    const { id, at } = await write({});
    const { text } = await visitor.get(`/notices/${id}`);
    expect(text).toContain('Lees de brief en verstuur');
    expect((await visitor.get(at)).text).toContain((await whole(id)).reference);
  });

  test('shows as text whatever was typed', async () => {
    const script = '<script>alert(1)</script>';
    const { id } = await write({
      ...{ content: { addresses: 'http://127.0.0.1:3301/posts/31', contentType: 'post', locator: script } },
      ...{ reasons: `${script} is geen uitleg maar ook geen gevaar`, grounds: grounds({ expression: script }) },
    });
    for (const page of ['', '/write/content', '/write/grounds', '/write/check', '/grounds/AW21/explain']) {
      const { text } = await visitor.get(`/notices/${id}${page}`);
      expect([page, text.includes(script), text.includes('&lt;script&gt;alert(1)')]).toEqual([page, false, true]);
    }
  });

  test('shows five hundred addresses', async () => {
    const addresses = Array.from({ length: 500 }, (_, n) => `https://a.example/posts/${n}`).join('\n');
    const { id } = await write({ content: { addresses, contentType: 'post' } });
    const page = await visitor.get(`/notices/${id}`);
    expect([page.status, page.text.includes('https://a.example/posts/499')]).toEqual([200, true]);
  });
});

describe('what is refused while it is written', () => {
  test.each([
    ['ground1', { ground1: 'AW99' }, 'Kies een rechtsgrond uit de lijst'],
    ['ground1', { ground1: 'SR248_OLD' }, 'geldt niet meer'],
    ['expression', { expression: 'ë'.repeat(2001) }, '2000 tekens'],
    ['expression', { expression: 'a\u0000b' }, 'teken'],
  ])('stands at its field: %s', async (field, but, says) => {
    const { at, answer } = await write({ grounds: grounds(but) });
    expect([at.endsWith('/write/grounds'), answer.status]).toEqual([true, 422]);
    expect(answer.text).toContain(says);
    expect(answer.text).toContain(`href="#${field}"`);
  });

  test.each(['javascript:alert(1)', 'http://', 'www.platform.example/p/1', 'https://a.example/a\u0000b'])(
    'no address is %j, and nothing typed is lost',
    async (address) => {
      const { answer } = await write({ content: { addresses: address, contentType: 'post', locator: 'bovenaan' } });
      expect([answer.status, answer.text.includes('href="#addresses"')]).toEqual([422, true]);
      expect(answer.text).toContain('value="bovenaan"');
    },
  );

  test('a channel is refused where it is not chosen, unknown, or of no platform', async () => {
    const refused = async (channel: Record<string, string>, field: string) => {
      const { answer } = await write({ channel: { ...MEASURE, ...channel } });
      expect([answer.status, answer.text.includes(`href="#${field}"`)]).toEqual([422, true]);
    };
    await refused({ channel: 'email other@practice.example' }, 'channel');
    await refused({ platform: 'nowhere' }, 'platform');
    await refused({ measure: 'burn' }, 'measure');
    await refused({ language: 'fr' }, 'language');
  });

  test('a case that is closed takes no notice', async () => {
    const opened = await visitor.post('/cases/new', {
      ...{ line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'normal' },
    });
    const page = String(opened.headers['location']);
    await visitor.post(`${page}/close`, {});
    const refused = await visitor.post(`${page}/notices/begin`, {});
    expect([refused.status, refused.text.includes('De zaak is gesloten')]).toEqual([422, true]);
  });
});

describe('a notice that lacks something', () => {
  test('lists what is missing with the page that mends it, and cannot be made ready', async () => {
    const at = `/notices/${uuid(903)}`;
    for (const page of [at, `${at}/write`, `${at}/write/check`]) {
      const { text } = await visitor.get(page);
      for (const slug of ['danger', 'content', 'scope', 'imagery', 'grounds', 'channel']) {
        expect([page, slug, text.includes(`href="${at}/write/${slug}"`)]).toEqual([page, slug, true]);
      }
    }
    const refused = await visitor.post(`${at}/prepare`, { version: '1' });
    expect([refused.status, refused.text.includes('De melding is nog niet compleet')]).toEqual([422, true]);
  });
});

describe('changing a notice', () => {
  test('shows what stands there, keeps what is written over it, and makes the letter anew', async () => {
    const { text } = await visitor.get(`${WRITE}/channel`);
    expect(text).toMatch(/value="email notices@practice.example" checked/);
    const done = await visitor.post(`${WRITE}/channel`, { ...MEASURE, version: '1' });
    expect(done.headers['location']).toMatch(/\/check\/[0-9a-f]{64}$/);
    expect((await whole(uuid(901))).content.measure).toBe('restrict');
  });

  test('after somebody else did is refused in words, and what was typed stays', async () => {
    await visitor.get(`${WRITE}/channel`);
    const late = { ...MEASURE, measure: 'account', version: '1' };
    const refused = await visitor.post(`${WRITE}/channel`, late);
    expect([refused.status, refused.text.includes('value="account" selected')]).toEqual([409, true]);
    const shown = /name="version" value="(\d+)"/.exec(refused.text)?.[1] ?? '';
    expect((await visitor.post(`${WRITE}/channel`, { ...late, version: shown })).status).toBe(303);
  });

  test('that was sent is refused', async () => {
    const { version } = await whole(uuid(902));
    await visitor.get(`/notices/${uuid(902)}/write`);
    const refused = await visitor.post(`/notices/${uuid(902)}/write/channel`, { ...MEASURE, version: String(version) });
    expect([refused.status, refused.text.includes('de melding is intussen verder')]).toEqual([409, true]);
  });

  test.each([uuid(999), 'x', '%00'])('that nobody knows (%s) is not found', async (id) => {
    for (const page of ['', '/write', '/write/channel', '/write/check']) {
      expect([page, (await visitor.get(`/notices/${id}${page}`)).status]).toEqual([page, 404]);
    }
    await visitor.get('/work');
    expect((await visitor.post(`/notices/${id}/write/channel`, { ...MEASURE, version: '1' })).status).toBe(404);
    expect((await visitor.post(`/cases/${id}/notices/begin`, {})).status).toBe(404);
  });
});

describe('who may write', () => {
  test.each(['auditor', 'reviewer', 'administrator'] as const)('nobody with the role %s', async (role) => {
    const person = new DeskVisit(app);
    await person.signIn(role);
    const read = await person.get(`/notices/${uuid(901)}`);
    expect([read.status, read.text.includes('/write"')]).toEqual([role === 'administrator' ? 403 : 200, false]);
    for (const page of [WRITE, `${WRITE}/channel`, `${WRITE}/check`]) expect((await person.get(page)).status).toBe(403);
    expect((await person.post(`${WRITE}/channel`, { ...MEASURE, version: '1' })).status).toBe(403);
    expect((await person.post(`/cases/${CASE}/notices/begin`, {})).status).toBe(403);
  });
});
