import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { PgRegister } from '#adapters/postgres/pg-register.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { formOf } from '#test/visits/form-of.js';
import { aWaitingForm } from '#test/visits/form-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let open: Awaited<ReturnType<typeof openScene>>;
let dutch: DeskVisit;
let english: DeskVisit;

beforeAll(async () => {
  open = await openScene();
  ({ app } = open);
  dutch = new DeskVisit(app);
  await dutch.signIn('supervisor');
  english = open.visitor;
  await inLanguage('en');
});
afterAll(() => app.close());

/** The caseworker chooses a language. */
async function inLanguage(language: string): Promise<void> {
  await english.get('/account');
  await english.post('/account', { language, theme: 'auto' });
}

const missing = (text: string, parts: readonly string[]): string[] => parts.filter((part) => !text.includes(part));
const texts = async (visit: DeskVisit, path: string): Promise<string> => (await visit.get(path)).text;

async function platform(code: string) {
  const db = await openDataSource(open.databaseUrl, 1);
  const found = await new PgRegister(db).platform(code);
  await db.destroy();
  return found;
}

describe('texts of the register', () => {
  test.each([
    ['/platforms/facebook', 'Formulier voor betrouwbare flaggers', 'Single-contact form for trusted flaggers'],
    ['/platforms/facebook', 'Bezwaar kan zes maanden', 'Six months to object'],
    ['/platforms/facebook', 'De minderjarige of een ouder.', 'The minor or a parent.'],
    ['/platforms/facebook', 'onnodige stappen', 'finds extra steps'],
    ['/platforms/roblox', 'Knop ‘Report abuse’', 'Button ‘Report abuse’'],
    ['/platforms/xvideos', 'Met voorrang.', 'Prioritised.'],
  ])('on %s are in the language of who reads them: %s, %s', async (path, nl, en) => {
    const [ours, theirs] = [await texts(dutch, path), await texts(english, path)];
    expect([missing(ours, [nl, en]), missing(theirs, [nl, en])]).toEqual([[en], [nl]]);
    expect([...(ours + theirs).matchAll(/<span[^>]* lang="/g)]).toEqual([]);
  });

  test('are so in the wizard, in what a help-seeker does, and beside a form', async () => {
    const notice = NoticeBuilder.aNotice(81)
      .about('https://www.facebook.com/oefen/posts/1')
      .saying({ platformCode: 'facebook' });
    await open.scene.notices(notice.build());
    const at = `/notices/${notice.build().id}`;
    for (const path of [`${at}/write/person`, `${at}/self-report`, `${at}/write/channel`]) {
      const [nl, en] = path.endsWith('channel')
        ? ['Een eigen formulier (SPInS)', 'A dedicated form (SPInS)']
        : ['De minderjarige of een ouder.', 'The minor or a parent.'];
      const [ours, theirs] = [await texts(dutch, path), await texts(english, path)];
      expect([path, missing(ours, [nl, en]), missing(theirs, [nl, en])]).toEqual([path, [en], [nl]]);
      expect([path, ...ours.matchAll(/<(?:ul|span)[^>]* lang="en"[^>]*>[^<]*/g)].map(String)).toEqual([path]);
    }
    const form = await aWaitingForm(open, 82);
    expect(missing(await texts(english, form), ['To practise with forms'])).toEqual([]);
    await inLanguage('nl');
    expect(missing(await texts(english, form), ['Om met formulieren te oefenen'])).toEqual([]);
    await inLanguage('en');
  });

  test('that a person wrote in one language stand in that one, marked for who reads the other', async () => {
    const path = '/platforms/fok/edit';
    const change = { repliesNl: 'Belt meestal terug.', repliesEn: '', reason: 'Gebeld.' };
    expect((await dutch.post(path, { ...(await formOf(dutch, path)), ...change })).status).toBe(303);
    expect(missing(await texts(english, '/platforms/fok'), ['<span lang="nl">Belt meestal terug.</span>'])).toEqual([]);
    expect(missing(await texts(dutch, '/platforms/fok'), ['<span>Belt meestal terug.</span>'])).toEqual([]);
    const history = await texts(dutch, '/platforms/fok/history');
    expect(missing(history, ['Hoe het antwoordt (Nederlands)', 'Hoe het antwoordt (Engels)'])).toEqual([]);
  });

  test('are changed in both languages: a note of a channel, the way for flaggers', async () => {
    const path = '/platforms/xvideos/channels/0';
    const change = { noteNl: 'Eigen formulier.', noteEn: 'Own form.', reason: 'Bekeken.' };
    expect((await dutch.post(path, { ...(await formOf(dutch, path)), ...change })).status).toBe(303);
    const edit = '/platforms/xvideos/edit';
    const way = { flaggerNoteNl: 'Met spoed.', flaggerNoteEn: 'At once.', reason: 'Bekeken.' };
    expect((await dutch.post(edit, { ...(await formOf(dutch, edit)), ...way })).status).toBe(303);
    const { channels, trustedFlagger } = await platform('xvideos');
    expect(channels[0]!.note).toEqual({ nl: 'Eigen formulier.', en: 'Own form.' });
    expect(trustedFlagger.note).toEqual({ nl: 'Met spoed.', en: 'At once.' });
  });
});

describe('who alone is heard, line by line in both languages', () => {
  const path = '/platforms/linkedin/edit';
  const keep = async (change: object) =>
    dutch.post(path, { ...(await formOf(dutch, path)), reason: 'Nagelezen.', ...change });

  test('keeps how sure a line is that only got its other language, or did not change', async () => {
    const added = {
      onlyPersonNl: 'Smaad of laster: De getroffene zelf.\n–',
      onlyPersonEn: 'Defamation: The affected party.\nBullying: The target.',
    };
    expect((await keep(added)).status).toBe(303);
    const { onlyPersonConcerned } = await platform('linkedin');
    expect(onlyPersonConcerned).toMatchObject([
      { who: { nl: 'De getroffene zelf.', en: 'The affected party.' }, confidence: 'V' },
      { about: { nl: '', en: 'Bullying' }, who: { nl: '', en: 'The target.' }, confidence: 'P' },
    ]);
    expect(missing(await texts(dutch, '/platforms/linkedin'), ['<span lang="en">Bullying</span>'])).toEqual([]);
    expect((await formOf(dutch, path))['onlyPersonNl']).toBe('Smaad of laster: De getroffene zelf.\n–');
  });

  test('is refused where a line more stands in one language, and loses nothing', async () => {
    const { status, text } = await keep({ onlyPersonNl: 'Een: wie.\nTwee: wie.\nDrie: wie.' });
    expect([status, missing(text, ['Nederlands heeft 3 regels en Engels 2', 'Drie: wie.'])]).toEqual([422, []]);
  });
});
