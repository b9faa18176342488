import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgUserLinks } from '#adapters/postgres/access/pg-user-links.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { recorded } from '#test/setup/recorded.js';
import { accessContract } from './access.contract.js';

accessContract('in PostgreSQL', async () => {
  const db = await openDataSource(await freshDatabase(), 4);
  return {
    users: new PgUsers(db),
    sessions: new PgSessions(db),
    links: new PgUserLinks(db),
    counter: new PgSignInCounter(db),
    events: () => recorded(db).events(),
    close: () => db.destroy(),
  };
});
