import { FakeSessions, FakeSignInCounter, FakeUserLinks, FakeUsers } from '#test/fakes/fake-access.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { accessContract } from './access.contract.js';

accessContract('in memory', () => {
  const [clock, users] = [new FakeClock(), new FakeUsers()];
  return Promise.resolve({
    users,
    sessions: new FakeSessions(users, clock),
    links: new FakeUserLinks(clock),
    counter: new FakeSignInCounter(clock),
    events: () => Promise.resolve(users.events),
    close: () => Promise.resolve(),
  });
});
