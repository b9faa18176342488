import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { PgDeskSearch } from '#adapters/postgres/search/pg-desk-search.js';
import { Books } from '#application/books.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { SEARCH_KINDS, searchQuestion } from '#domain/case/search-question.js';
import { system } from '#domain/event.js';
import { canonicalUrl } from '#domain/notice/canonical-url.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(60_000);
const POST = 'https://www.instagram.com/p/Cx9aBcDeF/';
const USER = 'https://www.tiktok.com/@proef.persoon/video/7301234567890123456';
const EXPLAINED = 'De geportretteerde is herkenbaar en gaf geen toestemming voor de publicatie van deze tekening.';

let app: NestExpressApplication;
let visitor: DeskVisit;
let message: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  const grounds = [{ code: 'AW21', explanation: EXPLAINED }];
  await open.scene.notices(
    NoticeBuilder.aNotice(321).saying({ language: 'nl', grounds }).about(POST).sentOn().build(),
    NoticeBuilder.aNotice(322).about(USER).sentOn().build(),
  );
  await app
    .get(DataSource)
    .query('update content_items set canonical_url = $2 where url = $1', [POST, canonicalUrl(POST)]);
  await app
    .get(DataSource)
    .query('update content_items set canonical_url = $2 where url = $1', [USER, canonicalUrl(USER)]);
  const about = (n: number) => ({ id: uuid(500 + n), by: system('test') });
  await app.get(Books).change('cases', about(322), (one) =>
    one.describe({
      ...one.content,
      helpSeekerReference: 'HL-778899',
      summary: 'Gestolen vakantiebeelden <b>zonder</b> uitleg',
    }),
  );
  const text = 'Wij hebben uw verzoek ontvangen. Het zaaknummer is 55667788. De afbeeldingen zijn verwijderd.';
  message = await open.scene.mail({ subject: 'Re: TF-2026-000321 Uw melding', text });
});
afterAll(() => app.close());

/** What a person finds: the page that asking leads to. */
async function ask(q: string, more = ''): Promise<{ text: string; address: string }> {
  await visitor.get('/search');
  const asked = await visitor.post('/search', { q });
  expect(asked.status).toBe(303);
  const address = String(asked.headers['location']);
  const page = await visitor.get(address + more);
  expect(page.status).toBe(200);
  return { text: page.text, address };
}
const leads = (text: string): string[] =>
  [...text.matchAll(/hits__title" href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&#x3D;', '='));

describe('one box finds', () => {
  test.each([
    ['a case by its number', 'Z-2026-00321', `/cases/${uuid(821)}`],
    ['a case by a part of its number', '00322', `/cases/${uuid(822)}`],
    ['a case by the help-seeker’s reference', 'HL-778899', `/cases/${uuid(822)}`],
    ['a case by words in another form', 'vakantiebeeld', `/cases/${uuid(822)}`],
    ['a notice by its number, loosely written', 'tf 2026 321', `/notices/${uuid(321)}`],
    ['a notice by a word of its explanation', 'geportretteerden', `/notices/${uuid(321)}`],
    ['a notice by the platform’s number', '55667788', `/notices/${uuid(321)}`],
    ['an address with tracking', `${POST}?igsh=abc&utm_source=x`, `/notices/${uuid(321)}`],
    ['an address without scheme', 'instagram.com/p/Cx9aBcDeF', `/notices/${uuid(321)}`],
    ['an address that was shortened', 'instagram.com/p/Cx9a…', `/notices/${uuid(321)}`],
    ['an address by its user name', '@proef.persoon', `/notices/${uuid(322)}`],
    ['an address by its number', '7301234567890123456', `/notices/${uuid(322)}`],
    ['a platform by its name', 'instagram', '/platforms/instagram'],
    ['a ground by its title', 'portret', '/grounds/AW21'],
    ['a ground by its code', 'AW25a', '/grounds/AW25A'],
  ])('%s', async (_, q, href) => {
    const { text } = await ask(q);
    expect(leads(text).some((each) => each === href || each.startsWith(`${href}/`))).toBe(true);
  });

  test('a mail by its words, its sender and its subject', async () => {
    for (const q of ['afbeelding', 'no-reply@practice.example', 'Uw melding'])
      expect(leads((await ask(q)).text)).toContain(`/inbox/${message}`);
  });

  test('and marks the words, with everything else as it was written', async () => {
    const { text } = await ask('vakantiebeelden zonder');
    expect(text).toMatch(/<mark>vakantiebeelden<\/mark>/);
    expect(text).not.toMatch(/<b>zonder<\/b>/);
    expect((await ask('geportretteerde')).text).toContain('lang="nl"');
  });

  test('nothing, and says what to try', async () => {
    const { text } = await ask('zevenkoppig');
    expect(leads(text)).toEqual([]);
    expect(text).toContain('Niets gevonden');
    expect((await ask('zevenkoppig', '?period=week')).text).toContain('Een langere tijd');
  });
});

describe('what is asked', () => {
  test('never stands in the address, is not remembered by the browser, and opens for nobody else', async () => {
    const { text, address } = await ask('vakantiebeeld');
    expect(address).not.toMatch(/vakantie/i);
    expect(text).toMatch(/<title>[^<]*<\/title>/);
    expect(/<title>([^<]*)/.exec(text)?.[1]).not.toMatch(/vakantie/i);
    expect(text).toMatch(/id="q"[^>]*autocomplete="off"/);
    const other = new DeskVisit(app);
    await other.signIn('supervisor');
    const theirs = await other.get(address);
    expect(theirs.status).toBe(404);
    expect(theirs.text).toContain('niet bewaard');
    expect(leads(theirs.text)).toEqual([]);
    expect((await visitor.get(`${address.slice(0, -3)}AAA`)).text).toContain('niet bewaard');
  });

  test('in an address is sealed at once', async () => {
    const asked = await visitor.get('/search?q=vakantiebeeld');
    expect(asked.status).toBe(303);
    expect(String(asked.headers['location'])).toMatch(/^\/search\/[\w-]{20,}$/);
  });

  test('is known to the log by a mark from which nothing can be read', async () => {
    await ask('Een Naam');
    await ask('een naam');
    const rows: { facts: { mark: string } }[] = await app
      .get(DataSource)
      .query(`select facts from event_log where kind = 'searched' order by seq desc limit 2`);
    expect(rows[0]!.facts.mark).toBe(rows[1]!.facts.mark);
    expect(JSON.stringify(rows)).not.toMatch(/naam/i);
  });
});

describe('a question that cannot be looked for', () => {
  test.each([
    ['', 'Typ wat u zoekt'],
    ['x'.repeat(10_000), 'te lang om te zoeken'],
    ['"%_" ()', 'alleen leestekens'],
    ['q', 'Eén letter'],
    ['een\0naam', 'een teken dat niet te bewaren is'],
  ])('gets its own sentence', async (q, says) => {
    await visitor.get('/search');
    const answer = await visitor.post('/search', { q });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(says);
    expect(answer.text).toContain('error-summary');
  });

  test.each([
    '%%%aa',
    '__aa',
    "'; drop table notices; --",
    '"aa" & (bb | !cc):*',
    'aa\\',
    '\u202eaa bb',
    '-aa -bb',
    'or or',
    '<-> aa',
  ])('is never read as an operator: %s', async (q) => expect(leads((await ask(q)).text)).toEqual([]));

  test('of words that stand in every text looks in numbers, addresses and names', async () => {
    expect((await ask('de het een')).text).toContain('bijna elke tekst');
  });
});

describe('filters', () => {
  test('show one kind alone, and a time', async () => {
    const { text, address } = await ask('000321');
    expect(text).toContain('hits-notices');
    const cases = await visitor.get(`${address}?kind=cases`);
    expect(leads(cases.text)).toEqual([`/cases/${uuid(821)}`].filter((href) => cases.text.includes(href)));
    expect(cases.text).not.toContain('hits-notices');
    expect(leads((await visitor.get(`${address}?kind=notices&period=week`)).text)).toEqual([]);
    expect((await visitor.get(`${address}?kind=elsewhere&period=never&page=-7`)).status).toBe(200);
  });
});

test('a search that takes too long is broken off, and says so', async () => {
  const db = app.get(DataSource);
  const wish = { question: searchQuestion('tekening'), kinds: SEARCH_KINDS, since: null, page: 1, size: 5 };
  const view = { known: EVERYTHING, read: EVERYTHING };
  const slow = new PgDeskSearch(db, { each: 1000, all: -1 });
  expect((await slow.find(wish, view)).groups.map(({ cut }) => cut)).toEqual(SEARCH_KINDS.map(() => true));
  const [{ statement_timeout: after }] = (await db.query('show statement_timeout')) as [{ statement_timeout: string }];
  expect(after).toBe('0');
});
