import { describe, expect, test } from '@jest/globals';
import { mentionsRedress } from './particulars.js';
import { sentencesOf } from './sentences.js';

describe('a way to contest a decision', () => {
  test.each([
    'You can appeal this decision within six months.',
    'You may refer the dispute to a certified body under Article 21 of the DSA.',
    'U kunt binnen zes maanden bezwaar maken.',
    'Bent u het niet eens met dit besluit, dan kunt u een klacht indienen.',
    'Redress: internal complaint-handling system; out-of-court dispute settlement.',
  ])('%s', (text) => {
    expect(mentionsRedress(sentencesOf(text))).toBe(true);
  });

  test.each([
    'The content infringes article 21 of the Dutch Copyright Act.',
    'De foto schendt artikel 21 Auteurswet.',
    'Following your appeal we removed the post.',
  ])('is not mentioned in: %s', (text) => {
    expect(mentionsRedress(sentencesOf(text))).toBe(false);
  });
});
