import { FakeSessions, FakeSignInCounter, FakeUserLinks, FakeUsers } from '#test/fakes/fake-access.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { accessContract } from './access.contract.js';

accessContract('in memory', () => {
  const clock = new FakeClock();
  const books = new FakeBooks(() => clock.now());
  const users = new FakeUsers(books);
  return Promise.resolve({
    books,
    users,
    sessions: new FakeSessions(users, clock),
    links: new FakeUserLinks(books),
    counter: new FakeSignInCounter(clock),
    events: () => Promise.resolve(books.events),
    close: () => Promise.resolve(),
  });
});
