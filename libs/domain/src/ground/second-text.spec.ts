import { describe, expect, test } from '@jest/globals';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { blockersOf } from '../notice/blockers.js';
import { rewordedIn, type ReasonedGround } from './reasoned-ground.js';
import { builtTwice, lacksSecond, refuseWithoutSecond, textIn } from './second-text.js';

const DUTCH: ReasonedGround = {
  ...{ code: 'A', explanation: 'Van Naam.', answers: { a: '1' } },
  template: { language: 'nl', version: 3 },
};
const ENGLISH: ReasonedGround = { ...DUTCH, explanation: 'Of Naam.', template: { language: 'en', version: 5 } };
const BUILT = builtTwice(DUTCH, ENGLISH);
const OWN = 'Van een ander, in mijn eigen woorden.';

describe('reasons in a second language', () => {
  test('are kept as they were built, with the version of their wording', () => {
    expect(BUILT.second).toEqual({ language: 'en', explanation: 'Of Naam.', version: 5 });
    expect([textIn(BUILT, 'nl'), textIn(BUILT, 'en'), lacksSecond(BUILT, 'en')]).toEqual([
      ...['Van Naam.', 'Of Naam.', false],
    ]);
    expect(textIn(DUTCH, 'en')).toBeUndefined();
  });

  test('go where somebody put the first in their own words, and are asked for', () => {
    const [own] = rewordedIn([BUILT], 'A', OWN);
    expect([own!.second, lacksSecond(own!, 'en'), lacksSecond(own!, null)]).toEqual([undefined, true, false]);
    expect(() => refuseWithoutSecond([own!], 'en')).toThrow('ground.second-text-missing');
    expect(() => refuseWithoutSecond([own!], null)).not.toThrow();
  });

  test('are those the same person wrote, in that language only', () => {
    const second = { language: 'en', explanation: 'Of somebody else, in my own words.' } as const;
    const [own] = rewordedIn([BUILT], 'A', OWN, second);
    expect([textIn(own!, 'en'), lacksSecond(own!, 'en'), lacksSecond(own!, 'nl')]).toEqual([
      ...[second.explanation, false, true],
    ]);
  });

  test('stand in the way of a letter in both languages as long as they lack', () => {
    const inBoth = (ground: ReasonedGround) =>
      blockersOf(
        NoticeBuilder.aNotice()
          .saying({ grounds: [ground], answers: { ...ANSWERED, alsoIn: 'en' } })
          .build(),
      );
    expect(inBoth({ code: 'A', explanation: OWN })).toEqual(['second-text-missing']);
    expect(inBoth({ ...BUILT, explanation: OWN })).toEqual([]);
  });
});
