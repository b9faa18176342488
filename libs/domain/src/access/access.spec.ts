import { describe, expect, test } from '@jest/globals';
import { deviceOf } from './device.js';
import { checkPassword } from './password.js';
import { isEnough } from './proof.js';
import { recoveryCode, tidyRecoveryCode } from './recovery-code.js';
import { checkFirst, checkRemoval } from './second-factor.js';
import { isFresh, isOpen, isWorthNoting } from './session.js';
import { networkOf, oneMore, secondsToWait, tryKeys, type LimitName, type Tries } from './sign-in-tries.js';
import { codeBeginsAt, codeEndsAt, firstUnused, stepAt, stepsTakenAt } from './totp.js';
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

describe('tries', () => {
  const tries = (wrong: number): Tries => ({ wrong, lastAt: at('12:00:00') });
  const wait = (wrong: number, time = '12:00:00', limit: LimitName = 'account-from-address') =>
    secondsToWait(limit, tries(wrong), at(time));

  test('cost nothing five times, then twice as long each time, at most a quarter of an hour', () => {
    expect([0, 4, 5, 6, 7, 13, 14, 1000].map((wrong) => wait(wrong))).toEqual([0, 0, 2, 4, 8, 512, 900, 900]);
  });

  test('wait less the longer ago they were, and are forgotten after an hour', () => {
    expect([wait(14, '12:10:00'), wait(14, '12:15:00')]).toEqual([300, 0]);
    expect(oneMore('second-step', tries(14), at('12:15:00')).wrong).toBe(15);
    expect(oneMore('second-step', tries(14), at('13:00:00'))).toEqual({ wrong: 1, lastAt: at('13:00:00') });
  });

  test('of everyone together never make anybody wait long, and are forgiven one by one', () => {
    expect([wait(299, '12:00:00', 'everyone'), wait(9999, '12:00:00', 'everyone')]).toEqual([0, 4]);
    expect(oneMore('everyone', tries(300), at('12:05:00')).wrong).toBe(271);
  });

  test('are counted for an account, an address and everyone, but of a known browser for itself alone', () => {
    const unknown = tryKeys.byPassword('a@b.test', '192.0.2.1', null);
    expect(unknown.map(({ limit }) => limit)).toEqual(['account-from-address', 'account', 'address', 'everyone']);
    expect(tryKeys.byPassword('a@b.test', '192.0.2.1', 'x').map(({ limit }) => limit)).toEqual(['known-device']);
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:1:2::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
  ])('from %s are of the network %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('a password', () => {
  const listed = ['wachtwoord', 'password', 'elephant', 'zomer'];
  const words = ['collega@seinpost.test', 'Oefencollega', 'Hulplijn Voorbeeld', 'seinpost'];
  const refusal = (password: string) =>
    code(() => checkPassword(password, { words, isCommon: (text) => listed.includes(text) }));

  test('is twelve to 128 characters, of any kind', () => {
    expect(refusal('elf tekens.')).toBe('access.password-too-short');
    expect(refusal('twaalf tekens')).toBeUndefined();
    expect(refusal('😀🙂😉🙃😀🙂😉🤖😀🙂😉🙃')).toBe('access.password-guessable');
    expect(refusal('vier 😀 paarden')).toBeUndefined();
    expect(refusal('een twee drie '.repeat(9) + 'x')).toBeUndefined();
    expect(refusal('een twee drie '.repeat(10))).toBe('access.password-too-long');
  });

  test.each([
    ...['aaaaaaaaaaaa', 'abababababab', '123456789012', 'qwertyuiopas', 'zyxwvutsrqponm'],
    ...['Wachtwoord123', 'w@chtwoord!!!', '!!Elephant2026', 'zomerzomerzomer', 'Zomer2026!!!', 'p4ssw0rdp4ssw0rd'],
    ...[
      'COLLEGA@seinpost.test',
      'oefencollega',
      'Oefencollega1!',
      'hulplijnvoorbeeld',
      'Seinpost12345',
      'voorbeeld 12',
    ],
  ])('is not %s, which is easily guessed', (password) => {
    expect(refusal(password)).toBe('access.password-guessable');
  });

  test.each(['correct paard batterij nietje', 'Zomer in het wachtwoord', 'seinpost staat op de berg'])(
    'may be %s, though it holds such a word',
    (password) => expect(refusal(password)).toBeUndefined(),
  );
});

describe('what proves who somebody is', () => {
  test.each([
    [['password'], false],
    [['totp'], false],
    [['recovery-code', 'totp'], false],
    [['passkey'], true],
    [['password', 'totp'], true],
    [['password', 'recovery-code'], true],
  ] as const)('is %j: enough %s', (proofs, enough) => expect(isEnough(proofs)).toBe(enough));

  test('is never taken away to the last, nor begun anew by who has something', () => {
    const have = (passkeys: number, totp: boolean, recoveryCodes = 0) => ({ passkeys, totp, recoveryCodes });
    expect(code(() => checkRemoval(have(1, false, 9)))).toBe('access.last-factor');
    expect(code(() => checkRemoval(have(1, true)))).toBeUndefined();
    expect(code(() => checkFirst(have(0, false)))).toBeUndefined();
    for (const some of [have(1, false), have(0, true), have(0, false, 1)]) {
      expect(code(() => checkFirst(some))).toBe('access.factor-there');
    }
  });

  test('counts as lately for ten minutes', () => {
    const times = { beganAt: at('09:00:00'), seenAt: at('12:00:00'), provedAt: at('12:00:00') };
    expect([isFresh(times, at('12:09:59')), isFresh(times, at('12:10:00'))]).toEqual([true, false]);
  });
});

describe('a code of an authenticator app', () => {
  test('is taken a step before and after its own, and no longer', () => {
    const step = stepAt(at('12:00:00'));
    expect(stepsTakenAt(at('12:00:29'))).toEqual([step - 1, step, step + 1]);
    expect(codeEndsAt(step)).toEqual(at('12:01:00'));
    expect(codeBeginsAt(step)).toEqual(at('11:59:30'));
  });

  test('to practise with is the first one not used that does not lapse at once', () => {
    const step = stepAt(at('12:00:00'));
    expect(firstUnused(0, at('12:00:05'))).toBe(step - 1);
    expect(firstUnused(0, at('12:00:25'))).toBe(step);
    expect(firstUnused(step + 1, at('12:00:05'))).toBe(step + 2);
  });
});

describe('a recovery code', () => {
  test('has 80 bits in groups that can be read out, and is the same however it is typed', () => {
    const all = recoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 2));
    expect(all).toMatch(/^[2-9a-km-np-z]{4}(-[2-9a-km-np-z]{4}){3}$/);
    expect(tidyRecoveryCode(` ${all.toUpperCase().replaceAll('-', ' ')} `)).toBe(all.replaceAll('-', ''));
    expect(tidyRecoveryCode('123456')).toBeUndefined();
  });
});

describe('a browser', () => {
  const mozilla = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
  test.each([
    [`${mozilla} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Safari/604.1',
      'Safari, iPhone',
    ],
    ['curl/8', ''],
  ])('that says %s is %s', (agent, words) => expect(deviceOf(agent)).toBe(words));
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
