import { FakeBooks } from '#test/fakes/fake-books.js';
import { booksContract, type BooksUnderTest } from './books.contract.js';
import { submittingContract } from './submitting.contract.js';

const open = (): Promise<BooksUnderTest> => {
  const books = new FakeBooks();
  return Promise.resolve({
    books,
    events: () => Promise.resolve(books.events),
    jobs: () => Promise.resolve(books.jobs),
    close: () => Promise.resolve(),
  });
};

booksContract('the fake books', open);
submittingContract('the fake books', open);
