import { describe, expect, test } from '@jest/globals';
import { referenceFile } from '#test/reference/reference-file.js';
import { textsOf, withOldTexts, withTexts } from './platform-texts.js';
import type { Platform } from './platform.js';
import { NO_TEXT, readAll, readIn } from './register-text.js';
import { takePlatform } from './take-reference.js';

const platforms = referenceFile<Platform[]>('platforms.json');
const one = (code: string): Platform => platforms.find((platform) => platform.code === code)!;

describe('a text of the register', () => {
  test.each([
    [{ nl: 'Per mail.', en: 'By mail.' }, 'nl', { text: 'Per mail.', lang: null }],
    [{ nl: 'Per mail.', en: 'By mail.' }, 'en', { text: 'By mail.', lang: null }],
    [{ nl: '', en: 'By mail.' }, 'nl', { text: 'By mail.', lang: 'en' }],
    [{ nl: 'Per mail.', en: '' }, 'en', { text: 'Per mail.', lang: 'nl' }],
    [NO_TEXT, 'nl', null],
  ] as const)('%j is read in %s as %j', (text, language, read) => {
    expect(readIn(text, language)).toEqual(read);
    expect(readAll({ note: text, hours: 4 }, ['note'], language)).toEqual({ note: read, hours: 4 });
  });

  test('of every platform is there in both languages, and says something else in each but for names', () => {
    const halves = platforms.flatMap(textsOf).filter(({ nl, en }) => (nl === '') !== (en === ''));
    expect(halves).toEqual([]);
    const whole = platforms.flatMap(textsOf).filter(({ nl }) => nl !== '');
    const same = new Set(whole.filter(({ nl, en }) => nl === en).map(({ nl }) => nl));
    expect([...same].sort()).toEqual(['Community Partner Channel.', 'Privacy', 'Ticket.']);
    expect(whole.length).toBeGreaterThan(120);
  });

  test('from before there were two is English', () => {
    const old = withTexts(one('facebook'), ({ en }) => en as never);
    expect(textsOf(withOldTexts(old))).toEqual(textsOf(one('facebook')).map(({ en }) => ({ nl: '', en })));
    expect(withOldTexts(one('facebook'))).toEqual(one('facebook'));
  });
});

describe('reference data that bring a second language', () => {
  const half = withTexts(one('facebook'), ({ en }) => ({ nl: '', en }));

  test('give it to what nobody changed', () => {
    expect(takePlatform({ here: half, before: half, file: one('facebook') })).toEqual(one('facebook'));
  });

  test('give it also to sentences beside one that a person changed, and never to that one', () => {
    const [first, ...rest] = half.onlyPersonConcerned;
    const here = { ...half, onlyPersonConcerned: [{ ...first!, who: { nl: '', en: 'Anybody.' } }, ...rest] };
    const now = takePlatform({ here, before: half, file: one('facebook') }).onlyPersonConcerned;
    expect(now[0]!.who).toEqual({ nl: '', en: 'Anybody.' });
    expect(now.slice(1)).toEqual(one('facebook').onlyPersonConcerned.slice(1));
  });

  test('never set beside what a person wrote in one language what says something else in the other', () => {
    const here = { ...one('facebook'), replies: { nl: 'Belt terug.', en: '' } };
    const file = { ...one('facebook'), replies: { nl: 'Per post.', en: 'By post.' } };
    expect(takePlatform({ here, before: one('facebook'), file }).replies).toEqual({ nl: 'Belt terug.', en: '' });
  });
});
