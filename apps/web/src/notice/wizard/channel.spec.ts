import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { accountOf, type DeskVisit } from '#test/visits/desk-visit.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { openScene } from '#test/visits/open-scene.js';
import { Users } from '#application/access/users.js';

const YOUTUBE = 'web-form https://support.google.com/youtube/answer/142443';
const ASKED = { measure: 'remove', language: 'en' };

let app: NestExpressApplication;
let visitor: DeskVisit;
let scene: DeskScene;

beforeAll(async () => {
  ({ app, visitor, scene } = await openScene());
});
afterAll(() => app.close());

const whole = async (n: number) => (await app.get(NoticeFile).whole(uuid(n))).notice;
const draft = (n: number, platformCode: string, ...urls: string[]) =>
  scene.notices(
    NoticeBuilder.aNotice(n)
      .about(...urls)
      .saying({ platformCode, channel: null })
      .build(),
  );

async function choose(n: number, fields: Record<string, string>) {
  const at = `/notices/${uuid(n)}/write/channel`;
  const page = await visitor.get(at);
  return { page, answer: await visitor.post(at, { ...ASKED, version: String((await whole(n)).version), ...fields }) };
}

describe('a channel that nobody saw work', () => {
  test('is used on the word of a person, kept with their name and the channel, and only then', async () => {
    await draft(921, 'youtube', 'https://www.youtube.com/watch?v=abcdefghijk');
    const refused = await choose(921, { platform: 'youtube', channel: YOUTUBE });
    expect([refused.answer.status, refused.answer.text.includes('href="#word"')]).toEqual([422, true]);
    const given = await choose(921, { platform: 'youtube', channel: YOUTUBE, word: 'yes' });
    expect(given.answer.status).toBe(303);
    const person = await app.get(Users).byEmail(accountOf('caseworker').email);
    const { channelWord } = (await whole(921)).content.answers;
    expect(channelWord).toMatchObject({ kind: 'web-form', address: YOUTUBE.slice(9), by: person!.id });
  });

  test('is preselected where it is meant for the ground, with why', async () => {
    await draft(922, 'youtube', 'https://www.youtube.com/watch?v=abcdefghijk');
    const { text } = await visitor.get(`/notices/${uuid(922)}/write/channel`);
    expect(text).toMatch(new RegExp(`value="${YOUTUBE}" checked`));
    expect(text).toContain('Speciaal voor dit onderwerp');
  });
});

describe('what a channel does not take', () => {
  test('is said at the channel before and after it was chosen, with a way to mend it', async () => {
    const post = (n: number) => `https://bsky.app/profile/voorbeeld.example/post/${n}`;
    await draft(923, 'bluesky', post(1), post(2));
    const { page, answer } = await choose(923, { platform: 'bluesky', channel: 'api', word: 'yes' });
    expect(page.text).toContain('Past niet: 2 adressen');
    expect(page.text).toContain(`href="/notices/${uuid(923)}/split"`);
    expect([answer.status, answer.text.includes('Er staan 2 adressen in de melding en hier passen er 1')]).toEqual([
      ...[422, true],
    ]);
  });

  test('a platform without a channel says what can be done instead', async () => {
    await draft(924, 'discord', 'https://discord.com/channels/1/2/3');
    const { page, answer } = await choose(924, { platform: 'discord' });
    expect(page.text).toContain('Discord heeft geen bruikbaar kanaal');
    expect(page.text).toContain('href="/platforms/discord"');
    expect(answer.headers['location']).toBe(`/notices/${uuid(924)}/write/check`);
  });
});

describe('the mandate of the case', () => {
  test('that ended stops a notice where the platform demands one, and leads to the case', async () => {
    await draft(925, 'youtube', 'https://www.youtube.com/watch?v=abcdefghijk');
    await app
      .get(Books)
      .change('cases', { id: uuid(1425), by: system('test') }, (one) =>
        one.describe({ ...one.content, mandate: 'statement', mandateValidUntil: '2026-01-31' }),
      );
    const { page, answer } = await choose(925, { platform: 'youtube', channel: YOUTUBE, word: 'yes' });
    expect(page.text).toContain('liep af op');
    expect(answer.headers['location']).toBe(`/notices/${uuid(925)}/write/check`);
    const { text } = await visitor.get(`/notices/${uuid(925)}/write/check`);
    expect([text.includes(`href="/cases/${uuid(1425)}/edit"`), text.includes('machtiging')]).toEqual([true, true]);
    const version = String((await whole(925)).version);
    expect((await visitor.post(`/notices/${uuid(925)}/prepare`, { version })).status).toBe(422);
  });
});

describe('a second language', () => {
  test('is not offered where every channel takes one, and goes nowhere if it is sent all the same', async () => {
    await draft(927, 'youtube', 'https://www.youtube.com/watch?v=abcdefghijk');
    const { page, answer } = await choose(927, { platform: 'youtube', channel: YOUTUBE, word: 'yes', alsoIn: 'nl' });
    expect([page.text.includes('name="alsoIn"'), page.text.includes('in één taal')]).toEqual([false, true]);
    expect(answer.status).toBe(303);
    expect((await whole(927)).content.answers.alsoIn).toBeNull();
  });
});

describe('the letter', () => {
  test('stands there twice where a second language is asked for', async () => {
    await draft(926, 'practice', 'http://127.0.0.1:3301/posts/926');
    const both = { platform: 'practice', channel: 'email notices@practice.example', alsoIn: 'nl' };
    const before = await choose(926, both);
    expect([before.answer.status, before.answer.text.includes('href="#alsoIn"')]).toEqual([422, true]);
    const { code, explanation } = (await whole(926)).content.grounds[0]!;
    const reword = `/notices/${uuid(926)}/grounds/${code}/reword`;
    expect([before.page.text.includes(`href="${reword}"`), before.answer.text.includes('bij AW21')]).toEqual([
      true,
      true,
    ]);
    const own = { version: '1', text: explanation, second: 'Herkenbaar, zonder toestemming, in eigen woorden.' };
    expect((await visitor.post(reword, own)).status).toBe(303);
    const { answer } = await choose(926, both);
    const { text } = await visitor.get(String(answer.headers['location']));
    expect([text.includes('NOTICE OF ILLEGAL CONTENT'), text.includes('MELDING VAN ILLEGALE INHOUD')]).toEqual([
      ...[true, true],
    ]);
    expect(text).toContain(own.second);
  });
});
