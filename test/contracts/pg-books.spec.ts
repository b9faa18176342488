import { openPgBooks } from '#test/setup/open-pg-books.js';
import { recorded } from '#test/setup/recorded.js';
import { booksContract, type BooksUnderTest } from './books.contract.js';
import { submittingContract } from './submitting.contract.js';

const open = async (): Promise<BooksUnderTest> => {
  const { books, db, close } = await openPgBooks();
  return { books, close, ...recorded(db) };
};

booksContract('the books on PostgreSQL', open);
submittingContract('PostgreSQL', open);
