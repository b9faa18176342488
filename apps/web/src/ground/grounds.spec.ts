import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const EDIT = '/grounds/AW21/explanation/nl';
const EXPLAIN = `/notices/${uuid(951)}/grounds/AW21/explain`;

let app: NestExpressApplication;
let visitor: DeskVisit;
let supervisor: DeskVisit;
let databaseUrl: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor, databaseUrl } = open);
  await open.scene.notices(NoticeBuilder.aNotice(951).build(), NoticeBuilder.aNotice(952).sentOn().build());
  supervisor = new DeskVisit(app);
  await supervisor.signIn('supervisor');
});
afterAll(() => app.close());

const reword = async (text: string, version: string, more: Record<string, string> = {}) => {
  await supervisor.get(EDIT);
  return supervisor.post(EDIT, { text, version, ...more });
};
const kept = async () => (await app.get(NoticeFile).whole(uuid(951))).notice;

describe('the list of grounds', () => {
  test('tells by theme which hold, which are to be confirmed and what took their place', async () => {
    const { text } = await visitor.get('/grounds');
    for (const words of ['Portret en auteursrecht', 'nog te bevestigen', 'vervallen', 'href="/grounds/SR252"'])
      expect(text).toContain(words);
    const confirmed = (await visitor.get('/grounds?show=to-confirm')).text;
    expect(confirmed).not.toContain('href="/grounds/AW21"');
    expect(confirmed).toContain('href="/grounds/AVG6"');
  });

  test('tells how they stood on another day', async () => {
    const { text } = await visitor.get('/grounds?on=2024-06-30');
    expect(text).toContain('toen artikel 139h(2)');
    expect((await visitor.get('/grounds?on=2024-02-30')).status).toBe(200);
  });
});

describe('the page of a ground', () => {
  test('shows its questions, who must stand behind it and its words', async () => {
    const { text } = await visitor.get('/grounds/SR270');
    for (const words of ['De nabestaanden', 'Klachtdelict', 'Smaad en laster', 'Wat staat er letterlijk?', 'Versie 1'])
      expect(text).toContain(words);
    expect(text).not.toContain('/grounds/SR270/explanation/nl"');
    expect((await visitor.get('/grounds/SR248_OLD')).text).toContain('Gebruik nu:');
    expect((await visitor.get('/grounds/AW99')).status).toBe(404);
  });
});

describe('rewording', () => {
  test('is for the supervisor alone', async () => {
    expect((await visitor.get(EDIT)).status).toBe(403);
    expect((await visitor.post(EDIT, { text: 'x', version: '1' })).status).toBe(403);
    expect((await supervisor.get('/grounds/AW21/explanation/fr')).status).toBe(404);
  });

  test('shows what the words make and keeps nothing', async () => {
    const shown = await reword('Herkenbaar: {recognisable} {stranger}', '1', { step: 'preview' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Herkenbaar: [Wie is herkenbaar, en waaraan?] {stranger}');
    expect(shown.text).toContain('Deze woorden kennen we niet');
    expect((await visitor.get('/grounds/AW21')).text).not.toContain('Versie 2');
  });

  test('prints what looks like a template of the program as text', async () => {
    const trick = "{{constructor.constructor('return 1')()}} {{#with x}}{{> flag}} <b>";
    const { text } = await reword(trick, '1', { step: 'preview' });
    expect(text).toContain('{{constructor.constructor(&#x27;return 1&#x27;)()}} {{#with x}}{{&gt; flag}} &lt;b&gt;');
  });

  test('makes a version, shows what changed, and refuses who saw an older one', async () => {
    const done = await reword('Herkenbaar: {recognisable}', '1');
    expect([done.status, done.headers['location']]).toEqual([303, '/grounds/AW21']);
    const { text } = await supervisor.get('/grounds/AW21/explanation/nl/versions/2');
    expect(text).toMatch(/<ins>.*Herkenbaar: \{recognisable\}<\/ins>/);
    expect(text).toMatch(/<del>.*Openbaarmaking van een portret/);
    const late = await reword('Te laat.', '1');
    expect(late.status).toBe(409);
    expect(late.text).toContain('Te laat.');
    for (const [wrong, says] of [
      ['', 'Schrijf een tekst'],
      ['Herkenbaar: {recognisable}', 'gelijk aan de versie'],
    ] as const)
      expect((await reword(wrong, '2')).text).toContain(says);
  });

  test('survives loading the pack again, which changes nothing', async () => {
    const db = await openDataSource(databaseUrl, 1);
    const count = async () => (await db.query('select count(*)::int as n from ground_explanations')) as unknown;
    const before = await count();
    expect(await seedReference(db, referenceLists('practice'))).toMatchObject({ grounds: 58 });
    await seedReference(db, referenceLists('practice'));
    expect(await count()).toEqual(before);
    await db.destroy();
    expect((await visitor.get('/grounds/AW21')).text).toContain('Herkenbaar: {recognisable}');
  });
});

describe('answering the questions of a notice’s ground', () => {
  const asked = 'recognisable commission interest interest-why consent public-interest';
  const answer = async (fields: Record<string, string>) => {
    await visitor.get(EXPLAIN);
    const version = String((await kept()).version);
    return visitor.post(EXPLAIN, { version, asked, ...fields });
  };

  test('shows the explanation grow without keeping it', async () => {
    const shown = await answer({ q1: 'het gezicht', step: 'preview' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('The person concerned is recognisable: het gezicht');
    expect(shown.text).toContain('Herkenbaar: het gezicht');
    expect((await kept()).content.grounds[0]?.answers).toBeUndefined();
  });

  test('keeps answers, reasons and the version of the wording they were built with', async () => {
    expect((await answer({ q1: 'het gezicht', q3: 'privacy' })).status).toBe(303);
    const [ground] = (await kept()).content.grounds;
    expect(ground).toMatchObject({
      answers: { recognisable: 'het gezicht', interest: 'privacy' },
      template: { language: 'en', version: 1 },
    });
    expect(ground?.explanation).toContain('The reasonable interest: protection of private life.');
    expect((await visitor.get(`/notices/${uuid(951)}`)).text).toContain('met versie 1 van de tekst');
  });

  test('refuses what no question offers and questions that are no longer asked, and keeps what was typed', async () => {
    const wrong = await answer({ q1: 'Dit typte ik.', q3: 'perhaps' });
    expect([wrong.status, wrong.text.includes('Dit typte ik.')]).toEqual([422, true]);
    expect((await answer({ asked: 'recognisable' })).status).toBe(422);
    expect((await answer({ q1: 'x'.repeat(2001) })).text).toContain('2.000 tekens');
    expect((await visitor.get(EXPLAIN.replace('AW21', 'SR285'))).status).toBe(404);
  });
});

test('a desk of another country has that country’s grounds', async () => {
  const german = await openScene({ country: 'DE' });
  const { text } = await german.visitor.get('/grounds');
  expect(text).toContain('href="/grounds/DE_KUG22"');
  expect(text).not.toContain('href="/grounds/AW21"');
  expect((await german.visitor.get('/grounds/DE_STGB201A')).text).toContain('nog te bevestigen');
  await german.scene.notices(NoticeBuilder.aNotice(953).build());
  const { text: form } = await german.visitor.get(`/notices/${uuid(953)}/write/grounds`);
  expect(form).toContain('value="DE_STGB238"');
  expect(form).not.toContain('value="SR285B"');
  await german.app.close();
});
