import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { EventLog } from '#application/event-log.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, visitor } = await openScene());
});
afterAll(() => app.close());

const CASE = { line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'normal' };
const PUBLIC = { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' };
const locationOf = (answer: { headers: Record<string, string> }): string => String(answer.headers['location']);

async function begun(): Promise<string> {
  const opened = await visitor.post('/cases/new', CASE);
  const caseId = locationOf(opened).split('/').at(-1)!;
  await visitor.get(`/cases/${caseId}`);
  const answer = await visitor.post(`/cases/${caseId}/notices/begin`, {});
  return locationOf(answer).replace(/\/danger$/, '');
}

describe('a notice written step by step', () => {
  test('begins with nothing but a number, asks for danger first, and goes on from page to page', async () => {
    const write = await begun();
    const tasks = await visitor.get(write);
    expect(tasks.text.match(/Nog niet begonnen/g)?.length).toBeGreaterThan(1);
    await visitor.get(`${write}/danger`);
    const next = await visitor.post(`${write}/danger`, { version: '1', danger: 'none' });
    expect(locationOf(next)).toBe(`${write}/content`);
    expect((await visitor.get(write)).text).toContain('Klaar');
  });

  test('keeps what was typed by itself, and goes on from the version it then has', async () => {
    const write = await begun();
    const kept = await visitor.post(`${write}/danger/keep`, { version: '1', danger: 'suicidal' });
    expect(kept.body).toMatchObject({ kept: true, version: '2' });
    expect((await visitor.get(`${write}/danger`)).text).toMatch(/value="suicidal" checked/);
    expect((await visitor.post(`${write}/danger/keep`, { version: '2' })).status).toBe(422);
  });

  test('has its keepings in one line of the timeline, of the notice and of the case, while the log has each', async () => {
    const write = await begun();
    const notice = write.replace(/\/write$/, '');
    for (const version of ['1', '2', '3']) await visitor.post(`${write}/danger/keep`, { version, danger: 'none' });
    const { text } = await visitor.get(notice);
    expect([text.match(/Inhoud gewijzigd/g)?.length, text.includes('3 keer')]).toEqual([1, true]);
    const caseId = /\/cases\/([0-9a-f-]{36})/.exec(text)![1]!;
    const timeline = (await visitor.get(`/cases/${caseId}/timeline`)).text;
    expect(timeline).toMatch(/Inhoud gewijzigd[^]*3 keer · van <time.*<\/time> tot <time/);
    const events = await app.get(EventLog).of('notice', notice.split('/').at(-1)!);
    expect(events.filter(({ kind }) => kind === 'notice-described')).toHaveLength(3);
  });

  test('stops where somebody is in danger, marks the case, and goes on only by the button', async () => {
    const write = await begun();
    await visitor.get(`${write}/danger`);
    const stopped = await visitor.post(`${write}/danger`, { version: '1', danger: 'suicidal' });
    expect(locationOf(stopped)).toBe(`${write}/help`);
    expect(locationOf(await visitor.get(`${write}/content`))).toBe(`${write}/help`);
    const help = await visitor.get(`${write}/help`);
    expect(['0800-0113', '112', '0900-8844'].map((number) => help.text.includes(number))).toEqual([true, true, true]);
    expect((await visitor.post(`${write}/help/keep`, { version: '2' })).status).toBe(422);
    const supervisor = /<option value="([0-9a-f-]{36})">/.exec(help.text)![1]!;
    const stranger = { version: '2', heeded: 'yes', told: '00000000-0000-4000-8000-000000000000' };
    expect((await visitor.post(`${write}/help`, stranger)).status).toBe(422);
    const on = await visitor.post(`${write}/help`, { version: '2', heeded: 'yes', told: supervisor });
    expect((await visitor.get(`${write}/help`)).text).toContain(`value="${supervisor}" selected`);
    expect(locationOf(on)).toBe(`${write}/content`);
    expect((await visitor.get(`${write}/content`)).status).toBe(200);
    const caseId = /\/cases\/([0-9a-f-]{36})/.exec((await visitor.get(write.replace('/write', ''))).text)![1]!;
    const file = await visitor.get(`/cases/${caseId}`);
    expect([file.text.includes('Er is gevaar voor iemands leven'), file.text.includes('Nu')]).toEqual([true, true]);
  });

  test('sends what our status does not cover as an ordinary notice, counted apart', async () => {
    const write = await begun();
    await visitor.get(`${write}/scope`);
    await visitor.post(`${write}/scope`, { version: '1', ...PUBLIC, service: 'hosting' });
    expect((await visitor.get(`${write}/scope`)).text).toContain('Gewone melding');
    expect((await visitor.get(write)).text.match(/Klaar/g)).toHaveLength(1);
  });

  test('records what cannot be reported with its reason, and counts it', async () => {
    const write = await begun();
    await visitor.get(`${write}/scope`);
    const out = await visitor.post(`${write}/scope`, { version: '1', ...PUBLIC, visibility: 'approved-group' });
    const aside = write.replace('/write', '/not-reportable');
    expect(locationOf(out)).toBe(aside);
    expect((await visitor.get(aside)).text).toContain('Besloten groep');
    expect((await visitor.post(aside, { version: '2' })).status).toBe(422);
    const done = await visitor.post(aside, { version: '2', topic: 'STATEMENT_CATEGORY_CYBER_VIOLENCE' });
    expect(locationOf(done)).toBe(write.replace('/write', ''));
    expect((await visitor.get(locationOf(done))).text).toContain('Ingetrokken');
    const counts = (await visitor.get('/follow-up/not-reportable')).text;
    expect(counts).toMatch(/Besloten groep<\/th><td[^>]*>1<\/td>/);
    expect(counts).toContain('Cybergeweld');
  });

  test('takes grounds for some addresses, asks the questions of each, and comes back', async () => {
    const write = await begun();
    const addresses = 'https://example.org/1 https://example.org/2 https://example.org/3';
    await visitor.get(`${write}/content`);
    await visitor.post(`${write}/content`, { version: '1', addresses, contentType: 'post' });
    await visitor.get(`${write}/imagery`);
    const seen = await visitor.post(`${write}/imagery`, { version: '2', imagery: 'person' });
    expect(locationOf(seen)).toBe(`${write}/grounds`);
    expect((await visitor.get(`${write}/grounds`)).text).toContain('Het is een suggestie');
    const unclear = await visitor.post(`${write}/grounds`, { version: '3', ground1: 'AW21', items1: '4' });
    expect([unclear.status, unclear.text.includes('geen nummer van een adres')]).toEqual([422, true]);
    const fields = { version: '3', ground1: 'AW21', items1: '1, 3', ground2: 'SR285D', expression: 'Geen debat.' };
    const asks = await visitor.post(`${write}/grounds`, fields);
    expect(locationOf(asks)).toMatch(/grounds\/AW21\/explain\?back=write$/);
    const questions = await visitor.get(locationOf(asks));
    const asked = /name="asked" value="([^"]+)"/.exec(questions.text)![1]!;
    const reasons = { version: '4', asked, back: 'write', q1: 'Herkenbaar aan het gezicht, en de naam staat erbij.' };
    const next = await visitor.post(locationOf(asks).split('?')[0]!, reasons);
    expect(locationOf(next)).toMatch(/grounds\/SR285D\/explain\?back=write$/);
    expect((await visitor.get(`${write}/grounds`)).text).toContain('value="1, 3"');
  });

  test('turns to the hotline where a sexual image may be of a child, and keeps other grounds out', async () => {
    const write = await begun();
    await visitor.get(`${write}/imagery`);
    await visitor.post(`${write}/imagery`, { version: '1', imagery: 'sexual-minor' });
    const page = await visitor.get(`${write}/grounds`);
    expect([page.text.includes('Dit is voor de hotline'), page.text.includes('value="AW21"')]).toEqual([true, false]);
    const other = await visitor.post(`${write}/grounds`, { version: '2', ground1: 'AW21' });
    expect([other.status, other.text.includes('grond van de hotline')]).toEqual([422, true]);
    const hotline = await visitor.post(`${write}/grounds`, { version: '2', ground1: 'SR252', withoutName: 'yes' });
    expect(hotline.status).toBe(303);
  });

  test('keeps of the person affected only what was ticked, and has steps for who must report it themselves', async () => {
    const write = await begun();
    await visitor.get(`${write}/person`);
    const own = { ownReport: 'refused', ownReportOn: '2026-11-01' };
    const empty = await visitor.post(`${write}/person`, { version: '1', shareName: 'yes', ...own });
    expect([empty.status, empty.text.includes('href="#name"')]).toEqual([422, true]);
    const typed = { version: '1', username: '@oefen', shareUsername: 'yes', age: '17', ...own };
    expect((await visitor.post(`${write}/person`, typed)).status).toBe(303);
    const page = (await visitor.get(`${write}/person`)).text;
    expect([page.includes('value="@oefen"'), page.includes('value="17"')]).toEqual([true, false]);
    const pack = await visitor.get(write.replace('/write', '/self-report'));
    expect(['YouTube', 'Article 16(1) DSA', 'weigerde'].filter((word) => !pack.text.includes(word))).toEqual([]);
  });

  test('says at the field what is wrong, and has no page that does not exist', async () => {
    const write = await begun();
    await visitor.get(`${write}/content`);
    const wrong = await visitor.post(`${write}/content`, {
      version: '1',
      addresses: 'geen adres',
      contentType: 'post',
    });
    expect([wrong.status, wrong.text.includes('href="#addresses"')]).toEqual([422, true]);
    expect((await visitor.get(`${write}/elsewhere`)).status).toBe(404);
  });

  test('tells of each address what it is, once, sets the platform they agree on, and goes on when that was seen', async () => {
    const write = await begun();
    const addresses = [
      ...['https://www.instagram.com/p/CxYz/?igsh=1', 'https://m.instagram.com/p/CxYz', 'https://fb.watch/aBc/'],
      'https://instagram.com.evil.example/p/1',
    ].join('\n');
    await visitor.get(`${write}/content`);
    const fields = { addresses, contentType: 'recognised' };
    expect(locationOf(await visitor.post(`${write}/content`, { ...fields, version: '1' }))).toBe(`${write}/content`);
    const seen = (await visitor.get(`${write}/content`)).text;
    expect(seen).toContain('Eén regel was dezelfde pagina');
    expect(seen).toMatch(/Herkend[^·]*Instagram · Een bericht · CxYz/);
    expect(seen).toContain('Korte link');
    expect(seen).toContain('de pagina staat bij instagram.com.evil.example');
    const shown = /name="shown" value="([^"]*)"/.exec(seen)?.[1];
    const on = await visitor.post(`${write}/content`, { ...fields, version: '2', shown: shown! });
    expect(locationOf(on)).not.toBe(`${write}/content`);
  });

  test('refuses lines that cannot be kept, each with its sentence, and loses nothing of 500', async () => {
    const write = await begun();
    await visitor.get(`${write}/content`);
    const fine = Array.from({ length: 496 }, (_, n) => `https://www.tiktok.com/@voorbeeld/video/${n}`);
    const wrong = ['geen-adres', 'http://192.168.0.1/', 'https://x.com/\u202e1', `https://x.com/${'a'.repeat(10_000)}`];
    const fields = { version: '1', contentType: 'recognised' };
    const answer = await visitor.post(`${write}/content`, { ...fields, addresses: [...fine, ...wrong].join('\n') });
    expect(answer.status).toBe(422);
    for (const says of ['4 regels kunnen niet mee', 'Regel 497', 'Regel 498', 'U+202E', '10.014 tekens']) {
      expect(answer.text).toContain(says);
    }
    expect(answer.text).toContain('video/495');
    const kept = await visitor.post(`${write}/content`, { ...fields, addresses: fine.join('\n') });
    expect(locationOf(kept)).not.toBe(`${write}/content`);
    const again = (await visitor.get(`${write}/content`)).text;
    expect(again.match(/>Herkend</g)).toHaveLength(496);
  });

  test('is written by who works on cases, and by nobody else', async () => {
    const write = await begun();
    const auditor = new DeskVisit(app);
    await auditor.signIn('auditor');
    expect((await auditor.get(write)).status).toBe(403);
  });
});
