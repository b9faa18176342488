import { openPgBooks } from '#test/setup/open-pg-books.js';
import { recorded } from '#test/setup/recorded.js';
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

const open = async (): Promise<BooksUnderTest> => {
  const opened = await openPgBooks();
  return { books: opened.books, close: () => opened.close(), ...recorded(opened.db) };
};

booksContract('the books on PostgreSQL', open);
transactionsContract('the books on PostgreSQL', open);
submittingContract('PostgreSQL', open);
approvingContract('PostgreSQL', open);
rewordingContract('PostgreSQL', open);
registerContract('PostgreSQL', open);
handingInContract('PostgreSQL', open);
addressesContract('PostgreSQL', open);
recanonicaliseContract('PostgreSQL', open);
