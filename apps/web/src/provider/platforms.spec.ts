import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { formOf } from '#test/visits/form-of.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let caseworker: DeskVisit;
let supervisor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor: caseworker } = await openScene());
  supervisor = new DeskVisit(app);
  await supervisor.signIn('supervisor');
});
afterAll(() => app.close());

/** Those of the parts that a page does not show. */
const missing = (text: string, parts: readonly string[]): string[] => parts.filter((part) => !text.includes(part));

describe('the register', () => {
  test('lists every platform, and finds one by its provider or host', async () => {
    const { text } = await caseworker.get('/platforms');
    expect(missing(text, ['href="/platforms/instagram"'])).toEqual([]);
    const { text: found } = await caseworker.get('/platforms?q=meta');
    expect(missing(found, ['href="/platforms/instagram"'])).toEqual([]);
    expect(missing(found, ['href="/platforms/fok"'])).toEqual(['href="/platforms/fok"']);
    expect(missing((await caseworker.get('/platforms?q=nergens')).text, ['Niets gevonden'])).toEqual([]);
  });

  test('shows of a platform who is behind it, and that its contact points take no notices', async () => {
    const { text } = await caseworker.get('/platforms/snapchat');
    expect(
      missing(text, ['Snap B.V.', 'dsa-enquiries@snapchat.com', 'Deze adressen nemen geen meldingen aan', '48 uur']),
    ).toEqual([]);
    expect((await caseworker.get('/platforms/nobody')).status).toBe(404);
  });

  test('shows what a platform did with our notices, and hides figures from who may not count', async () => {
    await scene.notices(NoticeBuilder.aNotice(1).sentOn('2026-11-02T09:00:00Z').build());
    const { text } = await caseworker.get('/platforms/practice/response');
    expect(missing(text, ['TF-2026-000001'])).toEqual([]);
    const administrator = new DeskVisit(app);
    await administrator.signIn('administrator');
    expect((await administrator.get('/platforms/practice')).status).toBe(200);
    expect((await administrator.get('/platforms/practice/response')).status).toBe(403);
  });
});

describe('changing a platform', () => {
  test('is for supervisors', async () => {
    expect((await caseworker.get('/platforms/fok/edit')).status).toBe(403);
    expect(missing((await caseworker.get('/platforms/fok')).text, ['/platforms/fok/edit'])).toEqual([
      '/platforms/fok/edit',
    ]);
  });

  test('keeps a version with who and why, and shows what differed', async () => {
    const form = await formOf(supervisor, '/platforms/fok/edit');
    const { status } = await supervisor.post('/platforms/fok/edit', {
      ...form,
      repliesNl: 'Belt terug.',
      reason: 'Gebeld.',
    });
    expect(status).toBe(303);
    const { text } = await supervisor.get('/platforms/fok/history');
    expect(missing(text, ['Gebeld.', 'Oefenteamleider', 'Belt terug.', 'Hoe het antwoordt (Nederlands)'])).toEqual([]);
    expect(
      missing((await supervisor.get('/platforms/fok')).text, ['Op 1 punt zeggen de meegeleverde gegevens']),
    ).toEqual([]);
  });

  test('without a reason, or without a change, is refused and loses nothing', async () => {
    const form = await formOf(supervisor, '/platforms/fok/edit');
    const without = await supervisor.post('/platforms/fok/edit', { ...form, repliesNl: 'Iets anders' });
    expect([without.status, without.text.includes('Iets anders')]).toEqual([422, true]);
    const same = await supervisor.post('/platforms/fok/edit', { ...form, reason: 'Zomaar.' });
    expect([same.status, same.text.includes('Er is niets gewijzigd')]).toEqual([422, true]);
  });

  test('over what another changed meanwhile shows both', async () => {
    const form = await formOf(supervisor, '/platforms/twitch/edit');
    await supervisor.post('/platforms/twitch/edit', { ...form, name: 'Twitch (een)', reason: 'Een.' });
    const late = await supervisor.post('/platforms/twitch/edit', { ...form, name: 'Twitch (twee)', reason: 'Twee.' });
    expect(late.status).toBe(409);
    expect(missing(late.text, ['Twitch (een)', 'Twitch (twee)', 'Iemand heeft dit intussen veranderd'])).toEqual([]);
  });

  test.each([
    ['instagram.com', 'hoort al bij Instagram'],
    ['іnstagram.com', 'lijkt op Instagram'],
    ['xn--nstagram-shh.com', 'lijkt op Instagram'],
    ['192.168.1.4', 'ligt in een eigen netwerk'],
    ['voor\u200bbeeld.nl', 'onzichtbaar teken'],
    ['voor\u202ebeeld.nl', 'onzichtbaar teken'],
    [`${'a'.repeat(10_000)}.nl`, 'ten hoogste 253 tekens'],
    ['co.uk', 'kan iedereen een site beginnen'],
    ['geen adres', 'geen adres van een site'],
  ])('refuses the host %j with its own sentence', async (host, says) => {
    const form = await formOf(supervisor, '/platforms/dumpert/edit');
    const typed = { ...form, hosts: `${form['hosts']}\n${host}`, reason: 'Nieuw adres.' };
    const { status, text } = await supervisor.post('/platforms/dumpert/edit', typed);
    expect(status).toBe(422);
    expect(missing(text, [says])).toEqual([]);
  });

  test('of its provider holds for the provider’s other platforms', async () => {
    const form = await formOf(supervisor, '/platforms/facebook/provider');
    const typed = { ...form, section3: 'not-exempt', country: 'NL', reason: 'Verhuisd.' };
    expect((await supervisor.post('/platforms/facebook/provider', typed)).status).toBe(303);
    const { text } = await supervisor.get('/platforms/instagram/history');
    expect(missing(text, ['Verhuisd.'])).toEqual([]);
    const wrong = { ...(await formOf(supervisor, '/platforms/facebook/provider')), section3: 'unknown', reason: 'x' };
    const refused = await supervisor.post('/platforms/facebook/provider', { ...wrong, contactPoints: 'zomaar' });
    expect([refused.status, refused.text.includes('Begin deze regel met waarvoor')]).toEqual([422, true]);
  });
});

describe('a channel', () => {
  const at = (n: number | 'new') => `/platforms/marktplaats/channels/${n}`;

  test('is added, and at another address nobody has seen it work', async () => {
    const form = await formOf(supervisor, at('new'));
    const added = { ...form, kind: 'email', address: 'ntd@marktplaats.example', reason: 'Gevonden op hun site.' };
    expect((await supervisor.post(at('new'), { ...added, fields: 'Adressen *\nUitleg' })).status).toBe(303);
    const key = { kind: 'email', address: 'ntd@marktplaats.example' };
    expect((await caseworker.post('/platforms/marktplaats/verify', key)).status).toBe(303);
    const { text } = await supervisor.get('/platforms/marktplaats');
    expect(missing(text, ['door Oefenmedewerker'])).toEqual([]);
    const n = Number([...text.matchAll(/\/channels\/(\d+)"/g)].at(-1)?.[1]);
    const moved = { ...(await formOf(supervisor, at(n))), address: 'meld@marktplaats.example', reason: 'Verhuisd.' };
    expect((await supervisor.post(at(n), moved)).status).toBe(303);
    expect(missing((await supervisor.get('/platforms/marktplaats')).text, ['door Oefenmedewerker'])).toEqual([
      'door Oefenmedewerker',
    ]);
  });

  test.each([
    [{ kind: 'email', address: 'geen mail' }, 'Vul een mailadres in'],
    [{ kind: 'web-form', address: 'http://marktplaats.example/form' }, 'met https:// begint'],
    [{ kind: 'web-form', address: 'javascript:alert(1)' }, 'met https:// begint'],
    [{ kind: 'email', address: 'a@b.example', languages: 'Nederlands' }, 'twee kleine letters'],
    [{ kind: 'email', address: 'a@b.example', fields: 'Schoenmaat' }, 'is geen vraag die Seinpost kent'],
  ])('is refused as %j', async (typed, says) => {
    const form = await formOf(supervisor, at('new'));
    const { status, text } = await supervisor.post(at('new'), { ...form, ...typed, reason: 'Proef.' });
    expect(status).toBe(422);
    expect(missing(text, [says])).toEqual([]);
  });
});

describe('onboarding', () => {
  test('is recorded with its day, address and person, and stands at the channels', async () => {
    await supervisor.get('/platforms/xnxx/onboarding');
    const step = { state: 'registered', on: '2026-02-03', address: 'meldpunt@desk.example' };
    expect((await supervisor.post('/platforms/xnxx/onboarding', step)).status).toBe(303);
    const { text } = await caseworker.get('/platforms/xnxx');
    expect(missing(text, ['Geregistreerd', '3 februari 2026', 'meldpunt@desk.example', 'Oefenteamleider'])).toEqual([]);
    const refused = await supervisor.post('/platforms/xnxx/onboarding', { state: 'refused', on: '2026-02-03' });
    expect([refused.status, refused.text.includes('waarom zij weigerden')]).toEqual([422, true]);
    const early = await supervisor.post('/platforms/xnxx/onboarding', { ...step, on: '2099-01-01' });
    expect([early.status, early.text.includes('moet nog komen')]).toEqual([422, true]);
  });
});

describe('a site that is not in the register', () => {
  const SITE = { name: 'Voorbeeldforum', host: 'https://www.voorbeeldforum.example/topic/1', kind: 'online-platform' };

  test('is added from within a notice, and recognised there at once', async () => {
    const notice = NoticeBuilder.aNotice(7).about('https://voorbeeldforum.example/topic/1').build();
    await scene.notices(notice);
    const before = await caseworker.get(`/notices/${notice.id}/write/content`);
    const link = /href="(\/platforms\/new\?[^"]+)"/
      .exec(before.text)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    expect(link).toBe(`/platforms/new?host=voorbeeldforum.example&notice=${notice.id}`);
    expect(missing((await caseworker.get(link!)).text, ['value="voorbeeldforum.example"'])).toEqual([]);
    const site = { ...SITE, email: 'abuse@voorbeeldforum.example', source: 'security.txt', notice: notice.id };
    const { status, headers } = await caseworker.post('/platforms/new', site);
    expect([status, headers['location']]).toEqual([303, `/notices/${notice.id}/write/content`]);
    expect(missing((await caseworker.get(headers['location']!)).text, ['Voorbeeldforum · Een bericht'])).toEqual([]);
  });

  test('is refused where it is there already, or has no source', async () => {
    await caseworker.get('/platforms/new');
    const again = await caseworker.post('/platforms/new', { ...SITE, name: 'Een ander', source: 'WHOIS' });
    expect([again.status, again.text.includes('hoort al bij Voorbeeldforum')]).toEqual([422, true]);
    const without = await caseworker.post('/platforms/new', { ...SITE, host: 'nieuw.example' });
    expect([without.status, without.text.includes('nieuw.example')]).toEqual([422, true]);
  });

  test('leads nowhere but to a notice of ours', async () => {
    await caseworker.get('/platforms/new?notice=https://elders.example');
    const site = { ...SITE, name: 'Derde', host: 'derde.example', source: 'WHOIS' };
    const { headers } = await caseworker.post('/platforms/new', site);
    expect(headers['location']).toBe('/platforms/own-derde-example');
  });
});
