import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Recanonicalise } from '#application/notice/recanonicalise.js';
import { system } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import type { BooksUnderTest } from './books-under-test.js';

/** What writing canonical forms anew promises on any `Books`. */
export function recanonicaliseContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`stored canonical forms on ${name}`, () => {
    let under: BooksUnderTest;
    let act: Recanonicalise;
    const notice = NoticeBuilder.aNotice(41).about('https://www.voorbeeld.example/pad/').build();

    beforeEach(async () => {
      under = await open();
      act = new Recanonicalise(under.books);
      await under.books.together(system('test'), async (books) => {
        await books.cases.add(CaseBuilder.aCase(41).build(), undefined);
        await books.notices.add(notice, undefined);
      });
    });
    afterEach(() => under.close());

    const respell = (canonicalUrl: string) =>
      under.books.together(system('test'), async ({ addresses }) => {
        const [row] = await addresses.some(null, 1);
        await addresses.respell([{ ...row!, canonicalUrl }]);
      });
    const forms = () => under.books.together(system('test'), ({ addresses }) => addresses.some(null, 10));

    test('stay as they are where they are of now', async () => {
      await respell('voorbeeld.example/pad');
      expect(await act.run()).toEqual({ read: 1, changed: 0 });
      expect((await under.events()).some(({ kind }) => kind === 'addresses-respelled')).toBe(false);
    });

    test('of older rules are found, and written anew once', async () => {
      await respell('oud.voorbeeld.example/pad');
      expect(await act.stale(10)).toEqual({ read: 1, stale: 1 });
      expect(await act.run()).toEqual({ read: 1, changed: 1 });
      expect((await forms())[0]?.canonicalUrl).toBe('voorbeeld.example/pad');
      expect(await act.run()).toEqual({ read: 1, changed: 0 });
      const said = (await under.events()).filter(({ kind }) => kind === 'addresses-respelled');
      expect(said.map(({ facts }) => facts)).toEqual([{ count: 1 }]);
    });
  });
}
