import { describe, expect, test } from '@jest/globals';
import { checkPassword } from './password.js';
import { isOpen, isWorthNoting } from './session.js';
import { oneMore, secondsToWait, type Tries } from './sign-in-tries.js';
import { checkLink, linkEndsAt } from './user-link.js';
import { tidyEmail, User } from './user.js';

const at = (time: string): Date => new Date(`2026-11-21T${time}Z`);
const code = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};

describe('a session', () => {
  const times = { beganAt: at('09:00:00'), seenAt: at('12:00:00'), provedAt: at('09:00:10') };

  test('is open until half an hour without a page', () => {
    expect(isOpen(times, at('12:29:59'))).toBe(true);
    expect(isOpen(times, at('12:30:00'))).toBe(false);
  });

  test('is open until ten hours after signing in, however busy', () => {
    expect(isOpen({ ...times, seenAt: at('18:59:00') }, at('18:59:59'))).toBe(true);
    expect(isOpen({ ...times, seenAt: at('18:59:59') }, at('19:00:00'))).toBe(false);
  });

  test('is noted at most once a minute', () => {
    expect(isWorthNoting(times, at('12:00:59'))).toBe(false);
    expect(isWorthNoting(times, at('12:01:00'))).toBe(true);
  });
});

describe('wrong tries', () => {
  const tries = (wrong: number): Tries => ({ wrong, lastAt: at('12:00:00') });

  test('cost nothing five times, then twice as long each time, at most a quarter of an hour', () => {
    const waits = [0, 4, 5, 6, 7, 13, 14, 1000].map((wrong) => secondsToWait(tries(wrong), at('12:00:00')));
    expect(waits).toEqual([0, 0, 2, 4, 8, 512, 900, 900]);
  });

  test('wait less the longer ago they were, and are forgotten after an hour', () => {
    expect(secondsToWait(tries(14), at('12:10:00'))).toBe(300);
    expect(secondsToWait(tries(14), at('12:15:00'))).toBe(0);
    expect(oneMore(tries(14), at('12:15:00')).wrong).toBe(15);
    expect(oneMore(tries(14), at('13:00:00'))).toEqual({ wrong: 1, lastAt: at('13:00:00') });
  });
});

describe('a password', () => {
  const about = { email: 'collega@seinpost.test', name: 'Oefencollega' };
  const refusal = (password: string) => code(() => checkPassword(password, about));

  test('is twelve characters or more, of any kind', () => {
    expect(refusal('elf tekens.')).toBe('access.password-too-short');
    expect(refusal('twaalf tekens')).toBeUndefined();
    expect(refusal('😀🙂😉🙃😀🙂😉🙃😀🙂😉🙃')).toBeUndefined();
    expect(refusal('a b c '.repeat(22))).toBe('access.password-too-long');
  });

  test.each(['aaaaaaaaaaaa', 'abababababab', 'Wachtwoord123', 'COLLEGA@seinpost.test', 'oefencollega'])(
    'is not %s, which is easily guessed',
    (password) => expect(refusal(password)).toBe('access.password-guessable'),
  );
});

describe('a one-time link', () => {
  const link = { userId: 'u', endsAt: linkEndsAt(at('12:00:00')), used: false };

  test('works for two days, once', () => {
    expect(code(() => checkLink(link, new Date('2026-11-23T11:59:59Z')))).toBeUndefined();
    expect(code(() => checkLink(link, new Date('2026-11-23T12:00:00Z')))).toBe('access.link-over');
    expect(code(() => checkLink({ ...link, used: true }, at('12:00:01')))).toBe('access.link-over');
    expect(code(() => checkLink(undefined, at('12:00:01')))).toBe('access.link-over');
  });
});

describe('a person', () => {
  const person = { id: 'u', email: ' Collega@Seinpost.test', name: ' Oefencollega ', role: 'reviewer' };

  test('is added with one role and a tidy address, and without a password', () => {
    const { user, event } = User.add(person);
    expect([user.email, user.name, user.role, user.passwordHash]).toEqual([
      'collega@seinpost.test',
      'Oefencollega',
      'reviewer',
      null,
    ]);
    expect(event).toEqual({ kind: 'user-added', subject: 'user', subjectId: 'u', facts: { role: 'reviewer' } });
  });

  test('is refused without a name, with a role nobody knows or an address that is none', () => {
    expect(code(() => User.add({ ...person, name: '  ' }))).toBe('access.name-missing');
    expect(code(() => User.add({ ...person, role: 'boss' }))).toBe('access.role-unknown');
    for (const email of ['', 'x', 'a@b@c', 'a b@c', '<a@b>', `${'x'.repeat(250)}@b.nl`]) {
      expect(code(() => tidyEmail(email))).toBe('access.email-invalid');
    }
  });

  test('leaves nothing of a password or a name in what is recorded', () => {
    const { user, event } = User.add(person);
    const gone = user.disable('left', { userId: null, administrators: [] });
    const events = [event, user.choosePassword('$argon2id$secret'), user.choose('en', 'dark'), gone];
    expect(JSON.stringify(events)).not.toMatch(/argon|Oefen|@/i);
    expect(user.maySignIn).toBe(false);
  });
});
