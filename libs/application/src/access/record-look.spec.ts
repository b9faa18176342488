import { expect, test } from '@jest/globals';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { RecordLook } from './record-look.js';

const BY = { kind: 'user', userId: 'user-1', sessionId: 'session-1' } as const;
const READ = { kind: 'case-read', subject: 'case', subjectId: 'case-1' } as const;
const SEARCHED = { kind: 'searched', subject: 'search', subjectId: 'cases', facts: { results: 3 } } as const;

test('a look is recorded with who looked, alone or with others', async () => {
  const books = new FakeBooks();
  const looks = new RecordLook(books);
  await looks.run(BY, READ);
  await looks.run(BY, [READ, SEARCHED]);
  expect(books.events).toEqual([
    { ...READ, facts: {}, by: BY },
    { ...READ, facts: {}, by: BY },
    { ...SEARCHED, by: BY },
  ]);
});
