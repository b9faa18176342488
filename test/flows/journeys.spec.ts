import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { deskBrowser, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene, type OpenScene } from '#test/visits/open-scene.js';
import { WizardWalk, type Prepared } from '#test/visits/wizard-walk.js';
import { DeskOfJourneys } from './journeys/desk-of-journeys.js';
import { ACT, Hands } from './journeys/hands.js';

jest.setTimeout(240_000);

const LANGUAGES = ['nl', 'en'] as const;
const GROUNDS = { nl: 'Portretrecht', en: 'Portrait' };

let app: NestExpressApplication;
let open: OpenScene;
let desk: DeskBrowser;
let person: Readonly<Record<'nl' | 'en', Hands>>;

beforeAll(async () => {
  open = await openScene();
  ({ app } = open);
  await app.listen(0, '127.0.0.1');
  const address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  const page = await desk.browser.newPage();
  await signInBrowser(page, { app, address });
  person = { nl: new Hands(page, address, 'nl'), en: new Hands(page, address, 'en') };
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

const statusOf = async (id: string): Promise<string> => (await app.get(NoticeFile).whole(id)).notice.status;

const EMPTY = ['/work', '/work?show=forms', '/inbox', '/cases', '/cases/together', '/search', '/platforms?q=nergens'];

test.each(LANGUAGES)('in %s, a desk on which nothing happened yet stands in nobody’s way', async (language) => {
  await person[language].speak();
  for (const path of EMPTY) await person[language].open(path);
});

describe.each(LANGUAGES)('in %s, by keyboard alone, in the light and in the dark, somebody', (language) => {
  let hands: Hands;
  let on: DeskOfJourneys;

  beforeAll(async () => {
    hands = person[language];
    on = new DeskOfJourneys(app, open.scene, language);
    await on.set();
    await hands.speak();
  });

  test('writes a notice and sends it', async () => {
    await hands.open(`/cases/${on.case(1)}`);
    await hands.press('form[action$="/notices/begin"] button');
    const id = hands.path().split('/')[2]!;
    await hands.refused({ field: '[name=danger]' });
    await hands.keys('Space');
    await hands.on();
    await hands.write('#addresses', 'geen-adres');
    await hands.refused({ field: '#addresses', kept: { '#addresses': 'geen-adres' } });
    await hands.instead(on.post(9));
    await hands.press(ACT);
    const walk = new WizardWalk(hands.page, () => hands.looks());
    await walk.toLetter(prepared(on.post(9), language));
    await walk.send();
    await hands.looks();
    expect([hands.path(), await statusOf(id)]).toEqual([`/notices/${id}`, 'submitted']);
    await hands.open(`/notices/${id}/write`);
  });

  test('reads an answer and records what it says', async () => {
    const mail = await on.answer(2);
    await hands.open('/work');
    await hands.press('.rail__place[href="/inbox"]');
    await hands.press(`a[href="/inbox/${mail}"]`);
    await hands.to('#code1');
    await hands.keys('Home');
    await hands.write('#reason', 'Portrait right');
    const record = '.mail__next form[action$="/outcome"] button[type=submit]';
    await hands.refused({ field: '#code1', kept: { '#reason': 'Portrait right' } }, record);
    await hands.keys('ArrowDown');
    await hands.press(record);
    expect([hands.path(), await statusOf(on.notice(2))]).toEqual([`/notices/${on.notice(2)}`, 'decided']);
  });

  test('hands a notice in by a form and keeps its receipt', async () => {
    const sheet = await on.submitted(3);
    await hands.open(`/notices/${on.notice(3)}`);
    await hands.press(`a[href="${sheet}"]`);
    await hands.to('[data-tick="urls"]');
    await hands.keys('Space');
    const tooLong = '9'.repeat(1000);
    await hands.write('#reference', tooLong);
    await hands.write('#text', 'Received.');
    const act = 'form[enctype] button[type=submit]';
    await hands.refused({ field: '#reference', kept: { '#reference': tooLong, '#text': 'Received.' } }, act);
    await hands.instead('PR-9');
    await hands.press(act);
    expect([hands.path(), await statusOf(on.notice(3))]).toEqual([`/notices/${on.notice(3)}`, 'sent']);
  });

  test('finds a case, takes it, and closes several after seeing which', async () => {
    await hands.open('/work');
    await hands.keys('/');
    await hands.instead('"()"');
    await hands.refused({ field: '#q', kept: { '#q': '"()"' } }, '.search-box__act');
    await hands.instead(on.caseReference(4));
    await hands.on();
    await hands.press(`.hits__title[href="/cases/${on.case(4)}"]`);
    await hands.press(`a[href="/cases/${on.case(4)}/assign"]`);
    await hands.to('#assignee');
    await hands.keys('Home', 'ArrowDown');
    await hands.press(ACT);
    await closeBoth();
    await hands.open(`/cases/${on.case(5)}`);
    expect(await hands.says('form[action$="/reopen"]')).not.toBe('');
  });

  /** Of the cases of one line: first none is chosen, then two that are given to oneself, and then closed. */
  async function closeBoth(): Promise<void> {
    for (const act of ['assign', 'close']) {
      await hands.open('/cases');
      await hands.to('#line');
      await hands.keys('ArrowDown');
      await hands.press('.filter__form button');
      if (act === 'assign') {
        await hands.press('.together button[value=close]');
        await hands.press('main a[href^="/cases?"]');
      }
      for (const place of [4, 5]) {
        await hands.to(`#tick-${on.case(place)}`);
        await hands.keys('Space');
      }
      await hands.press(`.together button[value=${act}]`);
      if (act === 'assign') await hands.press(ACT);
      await hands.press(ACT);
      expect(hands.path()).toMatch(/^\/cases\/together\/[0-9a-f-]{36}$/);
    }
  }

  test('adds a site from the middle of a notice and says that its channel works', async () => {
    await hands.open(`/notices/${on.notice(6)}/write/channel`);
    await hands.press('a[href^="/platforms/new?notice="]');
    await hands.write('#host', on.host);
    await hands.refused({ field: '#name', kept: { '#host': on.host } });
    await hands.instead(`Forum ${language}`);
    await hands.write('#email', `abuse@${on.host}`);
    await hands.write('#source', 'security.txt');
    await hands.press(ACT);
    expect(hands.path()).toBe(`/notices/${on.notice(6)}/write/content`);
    await hands.press(ACT);
    await hands.open(`/notices/${on.notice(6)}/write/channel`);
    await hands.press('main a[href^="/platforms/own-"]');
    await hands.press('form[action$="/verify"] button');
    expect(hands.path()).toBe(`/platforms/own-forum-${language}-example`);
  });

  test('tells the help-seeker, follows up on what stayed, and withdraws that', async () => {
    await hands.open(`/cases/${on.case(6)}/tell`);
    await hands.open(`/cases/${on.case(7)}`);
    await hands.press(`main a[href="/cases/${on.case(7)}/tell"]`);
    await hands.refused({ field: '[name=how]' });
    await hands.keys('Space');
    await hands.press(ACT);
    await hands.press(`main a[href="/notices/${on.notice(7)}"]`);
    await hands.press('form[action$="/follow-up"] button');
    const [, , id] = hands.path().split('/');
    await hands.open(`/notices/${id}`);
    await hands.press('main a[href$="/withdraw"]');
    await hands.write('#note', 'Both at once.');
    await hands.refused({ field: '[name=because]', kept: { '#note': 'Both at once.' } });
    await hands.keys('Space');
    await hands.press(ACT);
    expect([hands.path(), await statusOf(id!)]).toEqual([`/notices/${id}`, 'withdrawn']);
  });
});

/** What is typed on the way to a letter. */
const prepared = (addresses: string, language: 'nl' | 'en'): Prepared => ({
  ...{ addresses, ground: GROUNDS[language] },
  reasons: 'The person is recognisable by face and never agreed to publication.',
  expression: 'A private picture of a private person; no debate is served by it.',
});
