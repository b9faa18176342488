import { describe, expect, test } from '@jest/globals';
import { attachmentName, shownName } from './attachment-name.js';

describe('the name of a file from outside', () => {
  test.each([
    ['schermafbeelding.png', 'schermafbeelding.png'],
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\me\\foto 1.PNG', 'foto 1.png'],
    ['foto.exe.png', 'foto exe.png'],
    ['gnp.\u202etxt.png', 'gnp txt.png'],
    ['a\u200bb\u0000c.png', 'abc.png'],
    ['zonder-einde', 'zonder-einde.png'],
    ['punt 3.5', 'punt 3 5.png'],
    ['.png', 'bestand.png'],
    ['...', 'bestand.png'],
    ['con.png', 'con-.png'],
    ['a:b*c?.png', 'a_b_c_.png'],
    [`${'é'.repeat(300)}.png`, `${'é'.repeat(80)}.png`],
  ])('%j becomes %j', (given, made) => {
    expect(attachmentName(given, 'image/png')).toBe(made);
  });

  test.each(['foto.jpg', 'foto.png.exe', 'foto.svg', 'foto.html', 'x.\u202egnp.pdf'])(
    'that says something else than its bytes is refused: %j',
    (given) => {
      expect(() => attachmentName(given, 'image/png')).toThrow(
        expect.objectContaining({ code: 'attachment.name-lies' }),
      );
    },
  );

  test('is said on a page without what nobody sees', () => {
    expect(shownName('a/b\u202e\nc\ud800.png')).toBe('bc\ufffd.png');
  });
});
