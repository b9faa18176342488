import { expect, test } from '@jest/globals';
import { disposition, safeFileName } from './file.js';

test.each([
  ['fullpage-001.png', 'fullpage-001.png'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['..\\..\\windows\\system.ini', '_.._windows_system.ini'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
  ['a\u0000.exe', 'a.exe'],
  ['gpj.\u202Eexe', 'gpj.exe'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['trailing. . .', 'trailing'],
  ['a\u2215b\uff0fc', 'a_b_c'],
  ['...', 'file'],
  ['', 'file'],
  ['"; filename="evil.exe', '_; filename=_evil.exe'],
])('a file called %j is handed over as %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

test('a name of three hundred letters is shortened and keeps its ending', () => {
  expect(safeFileName(`${'x'.repeat(300)}.html`)).toBe(`${'x'.repeat(115)}.html`);
});

test('the header is one line of plain letters, with the true name encoded beside it', () => {
  expect(disposition('attachment', 'brief.pdf')).toBe('attachment; filename="brief.pdf"');
  expect(disposition('attachment', 'één 100%\r\nX: y.pdf')).toBe(
    `attachment; filename="__n 100_X_ y.pdf"; filename*=UTF-8''%C3%A9%C3%A9n%20100%25X_%20y.pdf`,
  );
});
