import { FakeBooks } from '#test/fakes/fake-books.js';
import type { BooksUnderTest } from './books-under-test.js';
import { booksContract } from './books.contract.js';
import { approvingContract } from './approving.contract.js';
import { handingInContract } from './handing-in.contract.js';
import { addressesContract } from './addresses.contract.js';
import { recanonicaliseContract } from './recanonicalise.contract.js';
import { registerContract } from './register.contract.js';
import { rewordingContract } from './rewording.contract.js';
import { submittingContract } from './submitting.contract.js';
import { transactionsContract } from './transactions.contract.js';

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
transactionsContract('the fake books', open);
submittingContract('the fake books', open);
approvingContract('the fake books', open);
rewordingContract('the fake books', open);
registerContract('the fake books', open);
handingInContract('the fake books', open);
addressesContract('the fake books', open);
recanonicaliseContract('the fake books', open);
