import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EditExplanation } from '#application/ground/edit-explanation.js';
import { system, type Actor } from '#domain/event.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import { uuid } from '#test/builders/uuid.js';
import type { BooksUnderTest } from './books-under-test.js';

const BY: Actor & { kind: 'user' } = { kind: 'user', userId: uuid(820), sessionId: null };
const OF = { ground: 'AW21', language: 'nl' } as const;
const FIRST: ExplanationVersion = {
  ...{ ...OF, version: 1, text: 'Eerst.', by: { kind: 'pack' } },
  at: new Date('2026-11-21T12:00:00Z'),
};

/** What rewording promises on any `Books`: every wording stays, and nobody writes over one they did not see. */
export function rewordingContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`rewording a template on ${name}`, () => {
    let under: BooksUnderTest;
    let edit: EditExplanation;
    const latest = () => under.books.together(system('test'), ({ explanations }) => explanations.latest('AW21', 'nl'));
    const add = (version: ExplanationVersion) =>
      under.books.together(system('test'), ({ explanations }) => explanations.add(version));
    const reword = (text: string, expected = 1) => edit.run({ ...OF, expected, text }, BY);
    const edited = async () => (await under.events()).filter(({ kind }) => kind === 'explanation-edited');

    beforeEach(async () => {
      under = await open();
      edit = new EditExplanation(under.books);
      await latest().catch(() => add(FIRST)); // a desk of PostgreSQL has the pack's wording
    });
    afterEach(() => under.close());

    test('adds a version with its person, and says so in the log without a word of it', async () => {
      const { version } = await reword('Nieuw geheim woord.');
      expect(await latest()).toMatchObject({ version: 2, text: 'Nieuw geheim woord.', by: { userId: BY.userId } });
      const [event, ...more] = await edited();
      expect([version, event?.subjectId, event?.facts, more]).toEqual([2, 'AW21', { language: 'nl', version: 2 }, []]);
      expect(JSON.stringify(event)).not.toContain('geheim');
    });

    test('by two at once keeps one, and tells the other', async () => {
      const ends = await Promise.allSettled([reword('Van de een.'), reword('Van de ander.')]);
      const codes = ends.map((end) => (end.status === 'rejected' ? (end.reason as { code: string }).code : 'kept'));
      expect(codes.sort()).toEqual(['explanation.outdated', 'kept']);
      expect([(await latest()).version, (await edited()).length]).toEqual([2, 1]);
    });

    test('that is refused leaves nothing', async () => {
      await expect(reword('')).rejects.toMatchObject({ code: 'explanation.empty' });
      await expect(reword('Te laat.', 0)).rejects.toMatchObject({ code: 'explanation.outdated' });
      await expect(edit.run({ ...OF, ground: 'NONE', expected: 1, text: 'x' }, BY)).rejects.toMatchObject({
        code: 'explanation.unknown',
      });
      expect([(await latest()).version, await edited()]).toEqual([1, []]);
    });
  });
}
