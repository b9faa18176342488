import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { system } from '#domain/event.js';
import type { Imagery } from '#domain/notice/notice-answers.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import type { BooksUnderTest } from './books-under-test.js';

/** What any `Books` knows of an address from all notices together. */
export function addressesContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`addresses on ${name}`, () => {
    let under: BooksUnderTest;
    beforeEach(async () => {
      under = await open();
      const showing = (n: number, imagery: Imagery) =>
        NoticeBuilder.aNotice(n)
          .about(`https://voorbeeld.example/${imagery}?utm_source=x`, 'https://voorbeeld.example/both')
          .saying({ answers: { ...ANSWERED, imagery } })
          .build();
      await under.books.together(system('test'), async (books) => {
        for (const [n, imagery] of [
          [51, 'sexual-adult'],
          [52, 'sexual-minor'],
        ] as const) {
          await books.cases.add(CaseBuilder.aCase(n).build(), undefined);
          await books.notices.add(showing(n, imagery), undefined);
        }
      });
    });
    afterEach(() => under.close());

    test.each([
      [['voorbeeld.example/sexual-minor'], true],
      [['voorbeeld.example/both'], true],
      [['voorbeeld.example/sexual-adult', 'voorbeeld.example/elsewhere'], false],
      [['voorbeeld.example/sexual-adult', 'voorbeeld.example/sexual-minor'], true],
      [[], false],
    ])('of %j it is known whether some notice says that a minor may be seen: %s', async (forms, known) => {
      expect(await under.books.together(system('test'), ({ addresses }) => addresses.saidToShowMinor(forms))).toBe(
        known,
      );
    });
  });
}
