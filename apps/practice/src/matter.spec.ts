import { describe, expect, test } from '@jest/globals';
import { meansWithdrawal } from './matter.js';

describe('A withdrawal', () => {
  test.each([
    ['Intrekking van melding TF-2026-000123', ''],
    ['Re: melding', 'Wij trekken deze melding hierbij in.'],
    ['Re: melding', 'Deze melding is ingetrokken; wilt u haar niet verder behandelen?'],
    ['Notice TF-2026-000123', 'We withdraw this notice. It was sent in error.'],
  ])('is recognised in “%s %s”', (subject, text) => {
    expect(meansWithdrawal({ subject, text })).toBe(true);
  });

  test.each([
    ['Re: meer informatie', 'Hierbij de toelichting die u vroeg.'],
    ['Melding illegale inhoud', 'Wij verzoeken u de inhoud te verwijderen.'],
    ['Re: melding', 'Hierbij de toelichting.\n> Uw melding is ingetrokken.'],
  ])('is not read into “%s %s”', (subject, text) => {
    expect(meansWithdrawal({ subject, text })).toBe(false);
  });
});
