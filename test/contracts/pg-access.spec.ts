import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgUserLinks } from '#adapters/postgres/access/pg-user-links.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { openPgBooks } from '#test/setup/open-pg-books.js';
import { recorded } from '#test/setup/recorded.js';
import { accessContract } from './access.contract.js';

accessContract('in PostgreSQL', async () => {
  const opened = await openPgBooks();
  const { books, db } = opened;
  return {
    books,
    users: new PgUsers(db),
    sessions: new PgSessions(db),
    links: new PgUserLinks(db),
    counter: new PgSignInCounter(db),
    events: () => recorded(db).events(),
    close: () => opened.close(),
  };
});
