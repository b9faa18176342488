import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const POSTS = ['http://127.0.0.1:3301/posts/11', 'http://127.0.0.1:3301/posts/12', 'http://127.0.0.1:3301/posts/13'];
const REMOVED = `We have reviewed your report TF-2026-000001 and removed the content from our platform.`;

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
  await scene.notices(
    NoticeBuilder.aNotice(1)
      .about(...POSTS)
      .sentOn()
      .build(),
    NoticeBuilder.aNotice(2).sentOn().build(),
    NoticeBuilder.aNotice(3).build(),
    NoticeBuilder.aNotice(4).sentOn().withdrawnOn('2026-11-05T09:00:00Z').build(),
    NoticeBuilder.aNotice(5).sentOn().build(),
  );
});
afterAll(() => app.close());

const noticeOf = async (n: number) => (await app.get(NoticeFile).whole(uuid(n))).notice;
const codesOf = async (n: number) => (await noticeOf(n)).items.map((item) => item.latest?.code ?? null);
const versionOf = async (n: number) => String((await noticeOf(n)).version);

describe('an outcome from a mail', () => {
  let mail: string;

  test('is suggested for every address when the mail decides all alike', async () => {
    mail = await scene.mail({ subject: 'Re: TF-2026-000001', text: REMOVED });
    const { text } = await visitor.get(`/inbox/${mail}`);
    expect(text).toContain('Wat besloot het platform?');
    expect(text.match(/<option value="removed" selected>/g)).toHaveLength(3);
    expect(await codesOf(1)).toEqual([null, null, null]);
  });

  test('needs at least one address that it decides', async () => {
    const refused = await visitor.post(`/inbox/${mail}/outcome`, { version: await versionOf(1), code1: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<a href="#code1">Kies bij ten minste één adres een uitkomst</a>');
  });

  test('with words that are no outcome, no basis and no country is refused at each field', async () => {
    const wrong = { version: await versionOf(1), code1: 'vanished', basis1: 'mood', territory2: 'NL, Narnia' };
    const refused = await visitor.post(`/inbox/${mail}/outcome`, wrong);
    expect(refused.status).toBe(422);
    for (const field of ['code1', 'basis1', 'territory2']) expect(refused.text).toContain(`id="${field}-error"`);
    expect(refused.text).toContain('value="NL, Narnia"');
    expect((await visitor.post(`/inbox/${mail}/outcome`, { ...wrong, code4: 'removed' })).status).toBe(422);
    expect(await codesOf(1)).toEqual([null, null, null]);
  });

  test('of another measure wants words', async () => {
    const bare = { version: await versionOf(1), code1: 'other-action' };
    const refused = await visitor.post(`/inbox/${mail}/outcome`, bare);
    expect(refused.text).toContain('id="reason-error"');
  });

  test('is recorded as the person says, address by address, and leaves the others open', async () => {
    const chosen = { code1: 'removed', basis1: 'law', territory1: '', code2: 'removed-geo', territory2: 'nl be' };
    const done = await visitor.post(`/inbox/${mail}/outcome`, { version: await versionOf(1), ...chosen, code3: '' });
    expect([done.status, done.headers['location']]).toEqual([303, `/notices/${uuid(1)}`]);
    const notice = await noticeOf(1);
    expect(await codesOf(1)).toEqual(['removed', 'removed-geo', null]);
    expect(notice.items[1]?.latest).toMatchObject({ territory: ['NL', 'BE'], source: 'mail', messageId: mail });
    expect(notice.items[0]?.latest).toMatchObject({ basis: 'law', decidedAt: '2026-11-16T09:00:00.000Z' });
    expect(notice.status).toBe('sent');
    const page = await visitor.get(`/notices/${uuid(1)}`);
    expect(page.text).toContain('De uitkomst van melding TF-2026-000001 is vastgelegd.');
    expect((await visitor.get(`/inbox/${mail}`)).text).toContain('Uitkomst vastgelegd');
  });

  test('pressed again with what was seen before, nothing is recorded twice', async () => {
    const again = await visitor.post(`/inbox/${mail}/outcome`, { version: '1', code3: 'removed' });
    expect(again.status).toBe(409);
    expect(await codesOf(1)).toEqual(['removed', 'removed-geo', null]);
  });

  test('is suggested only for the addresses that a mail decides one by one', async () => {
    const text = `We have reviewed your report.\r\n\r\n${POSTS[0]} - removed\r\n${POSTS[2]} - no violation found\r\n`;
    const second = await scene.mail({ subject: 'Re: TF-2026-000001', text });
    const page = await visitor.get(`/inbox/${second}`);
    const chosen = [...page.text.matchAll(/<option value="([^"]+)" selected>/g)].map((found) => found[1]);
    expect(chosen.filter((value) => !['law', 'terms', 'unknown'].includes(value!))).toEqual([
      'removed',
      'no-violation',
    ]);
  });

  test('may be recorded from a mail that was read as something else', async () => {
    const receipt = await scene.mail({ subject: 'Re: TF-2026-000002', text: 'We have received your report.' });
    const page = await visitor.get(`/inbox/${receipt}?as=decision`);
    expect(page.text).toContain(`action="/inbox/${receipt}/outcome"`);
    await visitor.post(`/inbox/${receipt}/outcome`, { version: await versionOf(2), code1: 'not-found' });
    expect([await codesOf(2), (await noticeOf(2)).status]).toEqual([['not-found'], 'decided']);
  });

  test('of a mail that belongs to no notice asks for the notice first', async () => {
    const loose = await scene.mail({ subject: 'Hello', text: 'We removed the content you reported. Bye.' });
    const refused = await visitor.post(`/inbox/${loose}/outcome`, { version: '1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Koppel het bericht eerst aan een melding');
  });
});

describe('an outcome without a mail', () => {
  const page = (n: number) => `/notices/${uuid(n)}/outcome`;

  test('wants to know what, how and why, each said at its field', async () => {
    await visitor.get(page(5));
    const refused = await visitor.post(page(5), {
      version: await versionOf(5),
      code1: 'removed',
      decidedAt: 'gisteren',
    });
    expect(refused.status).toBe(422);
    for (const field of ['source', 'decidedAt', 'reason']) expect(refused.text).toContain(`href="#${field}"`);
    expect(refused.text).toContain('<option value="removed" selected>');
    const nothing = { version: await versionOf(5), source: 'portal', reason: 'Gezien' };
    expect((await visitor.post(page(5), nothing)).text).toContain('href="#code1"');
  });

  test.each([
    ['2026-13-40T10:00', 'Deze datum of tijd bestaat niet'],
    ['2999-01-01T10:00', 'in de toekomst'],
  ])('decided at %s is refused', async (decidedAt, says) => {
    const form = { version: await versionOf(5), code1: 'removed', source: 'app', reason: 'Gezien', decidedAt };
    const refused = await visitor.post(page(5), form);
    expect([refused.status, refused.text.includes(says)]).toEqual([422, true]);
    expect(refused.text).toContain('id="decidedAt-error"');
  });

  test('cannot claim to come from a mail', async () => {
    const form = { version: await versionOf(5), code1: 'removed', source: 'mail', reason: 'x' };
    expect((await visitor.post(page(5), form)).status).toBe(422);
  });

  test('is recorded with its moment in the zone of the desk', async () => {
    const form = { code1: 'restricted', source: 'phone', reason: 'Gebeld met het platform', redressMentioned: 'yes' };
    const moment = { version: await versionOf(5), decidedAt: '2026-11-10T14:05' };
    const done = await visitor.post(page(5), { ...form, ...moment });
    expect(done.headers['location']).toBe(`/notices/${uuid(5)}`);
    expect((await noticeOf(5)).items[0]?.latest).toMatchObject({
      ...{ code: 'restricted', source: 'phone', messageId: null, reason: 'Gebeld met het platform' },
      ...{ decidedAt: '2026-11-10T13:05:00.000Z', redressMentioned: true },
    });
  });

  test('corrected without another thought counts instead of the wrong one, which stays beside it', async () => {
    const { text } = await visitor.get(page(5));
    expect(text).toContain('value="2026-11-10T14:05"');
    expect(text).toContain('beperkt zichtbaar');
    const form = {
      code1: 'no-violation',
      source: 'portal',
      reason: 'Verkeerd verstaan',
      decidedAt: '2026-11-10T14:05',
    };
    await visitor.post(page(5), { version: await versionOf(5), ...form });
    expect(await codesOf(5)).toEqual(['no-violation']);
    expect((await noticeOf(5)).items[0]?.outcomes.map(({ code }) => code)).toEqual(['restricted', 'no-violation']);
  });

  test('corrects to the second what was decided within the same minute, and leaves the other addresses alone', async () => {
    await scene.notices(
      NoticeBuilder.aNotice(6).about(POSTS[0]!, POSTS[1]!).sentOn().decidedOn('2026-11-12T10:20:42.500Z').build(),
    );
    const { text } = await visitor.get(page(6));
    expect(text).not.toMatch(/<option value="[\w-]+" selected>(?!Niet gezegd)/);
    const form = { source: 'app', reason: 'Staat er nog', decidedAt: '2026-11-12T11:20', code2: 'no-violation' };
    await visitor.post(page(6), { version: await versionOf(6), ...form });
    expect(await codesOf(6)).toEqual(['removed', 'no-violation']);
    expect((await noticeOf(6)).items[0]?.outcomes).toHaveLength(1);
    expect((await noticeOf(6)).items[1]?.latest?.decidedAt).toBe('2026-11-12T10:20:42.500Z');
  });

  test('with an earlier moment stays beside the later one, and the page says so', async () => {
    const form = { source: 'phone', reason: 'Eerder gebeld', decidedAt: '2026-11-11T09:00', code1: 'not-found' };
    await visitor.post(page(6), { version: await versionOf(6), ...form });
    expect(await codesOf(6)).toEqual(['removed', 'no-violation']);
    const { text } = await visitor.get(`/notices/${uuid(6)}`);
    expect(text).toContain('een besluit met een latere datum blijft gelden');
  });

  test('is not offered for a notice that was never sent or was withdrawn, and refused all the same', async () => {
    for (const n of [3, 4]) {
      expect((await visitor.get(page(n))).text).toContain('Er is nog geen uitkomst mogelijk');
      const form = { version: await versionOf(n), code1: 'removed', source: 'portal', reason: 'x' };
      expect((await visitor.post(page(n), form)).status).toBe(422);
    }
  });

  test('of a notice nobody knows is not found; an auditor records none', async () => {
    expect((await visitor.get(page(77))).status).toBe(404);
    expect((await visitor.post(page(77), { version: '1' })).status).toBe(404);
    const auditor = new DeskVisit(app);
    await auditor.signIn('auditor');
    expect((await auditor.get(page(5))).status).toBe(403);
  });
});
