import { describe, expect, test } from '@jest/globals';
import { splitQuoted } from './quoted-text.js';

const NEW = 'The photo has been removed.';
const OLD = 'Please remove the photo.';

describe('what the other side says now', () => {
  test.each([
    ['marked quotes', `${NEW}\n\n> ${OLD}`],
    ['On … wrote', `${NEW}\n\nOn Mon, 16 Nov 2026 at 10:02, Desk <desk@desk.example> wrote:\n\n${OLD}`],
    [
      'On … wrote, folded',
      `${NEW}\n\nOn Mon, 16 Nov 2026 at 10:02 Desk of the organisation\n<desk@desk.example> wrote:\n> ${OLD}`,
    ],
    ['Op … schreef', `${NEW}\n\nOp ma 16 nov. 2026 om 10:02 schreef Desk <desk@desk.example>:\n${OLD}`],
    ['Am … schrieb', `${NEW}\n\nAm 16.11.2026 um 10:02 schrieb Desk:\n${OLD}`],
    ['original message', `${NEW}\n\n-----Original Message-----\nFrom: Desk\n${OLD}`],
    ['oorspronkelijk bericht', `${NEW}\n\n-----Oorspronkelijk bericht-----\n${OLD}`],
    [
      'a header block',
      `${NEW}\n\nFrom: Desk <d@desk.example>\nSent: Monday 16 November 2026\nTo: Support\nSubject: Notice\n\n${OLD}`,
    ],
    [
      'een kopregelblok',
      `${NEW}\n\nVan: Desk\nVerzonden: maandag 16 november 2026\nAan: Support\nOnderwerp: Melding\n\n${OLD}`,
    ],
    ['our words sent back', `${NEW}\n\nA copy of your report:\n${OLD}`],
    ['our letter sent back', `${NEW}\n\nNOTICE OF ILLEGAL CONTENT\n${OLD}`],
    ['a signature', `${NEW}\n-- \n${OLD}`],
  ])('stands above %s', (_what, text) => {
    const { visible } = splitQuoted(text);
    expect(visible).toContain(NEW);
    expect(visible).not.toContain(OLD);
  });

  test('may stand below the quote', () => {
    expect(splitQuoted(`On Monday, Desk wrote:\n> ${OLD}\n\n${NEW}`).visible.trim()).toBe(NEW);
  });

  test('stands below the reply line of a ticket system', () => {
    expect(splitQuoted(`##- Please type your reply above this line -##\n\n${NEW}`).visible.trim()).toBe(NEW);
  });
});
