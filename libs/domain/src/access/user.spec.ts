import { expect, test } from '@jest/globals';
import { User, type Changer } from './user.js';

const code = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};
const person = (id: string, role: string): User => {
  const { user } = User.add({ id, email: `${id}@seinpost.test`, name: 'Oefencollega', role });
  user.choosePassword('$argon2id$x');
  return user;
};
const [ann, bob, worker] = [person('a', 'administrator'), person('b', 'administrator'), person('c', 'caseworker')];
const by = (userId: string | null, ...administrators: User[]): Changer => ({ userId, administrators });

test('a role is given by somebody else, and says from what to what', () => {
  expect(worker.changeRole('reviewer', by('a', ann))?.facts).toEqual({ from: 'caseworker', role: 'reviewer' });
  expect(worker.changeRole('reviewer', by('a', ann))).toBeUndefined();
  expect(code(() => worker.changeRole('boss', by('a', ann)))).toBe('access.role-unknown');
  expect(code(() => ann.changeRole('caseworker', by('a', ann, bob)))).toBe('access.own-role');
});

test('teams are one or more of those there are', () => {
  const someone = person('s', 'caseworker');
  expect(someone.changeLines(['hotline', 'helpline'])?.facts).toEqual({ lines: ['helpline', 'hotline'] });
  expect(someone.changeLines(['helpline', 'hotline'])).toBeUndefined();
  expect(someone.lines).toEqual(['helpline', 'hotline']);
  for (const lines of [[], ['helpline', 'night shift']]) {
    expect(code(() => someone.changeLines(lines))).toBe('access.lines-unknown');
  }
});

test('the last administrator who can sign in stays one, whoever asks', () => {
  expect(code(() => ann.changeRole('auditor', by('b', ann)))).toBe('access.last-administrator');
  expect(code(() => ann.disable('left', by(null, ann)))).toBe('access.last-administrator');
  expect(ann.role).toBe('administrator');
  expect(ann.maySignIn).toBe(true);
});

test('one of two may go, and one who cannot sign in counts for nobody', () => {
  const newcomer = User.add({ id: 'n', email: 'n@seinpost.test', name: 'Nieuw', role: 'administrator' }).user;
  expect(newcomer.changeRole('auditor', by('a', ann))?.kind).toBe('user-role-changed');
  expect(person('d', 'administrator').disable('left', by('a', ann, person('d', 'administrator'))).facts).toEqual({
    reason: 'left',
  });
});

test('nobody ends their own access, and only for a reason there is', () => {
  expect(code(() => ann.disable('left', by('a', ann, bob)))).toBe('access.own-account');
  expect(code(() => worker.disable('because', by('a', ann)))).toBe('access.reason-unknown');
});

test('whose access ended gets no link and begins nothing anew, until somebody lets them in again', () => {
  const gone = person('g', 'reviewer');
  gone.disable('absent', by('a', ann));
  expect(gone.disabledFor).toBe('absent');
  for (const act of [() => gone.link(), () => gone.beginAnew(), () => gone.disable('left', by('a', ann))]) {
    expect(code(act)).toBe('access.disabled-already');
  }
  expect(gone.enable().kind).toBe('user-enabled');
  expect([gone.maySignIn, gone.disabledFor]).toEqual([true, null]);
  expect(code(() => gone.enable())).toBe('access.enabled-already');
});

test('who begins anew has no password any more', () => {
  const lost = person('l', 'reviewer');
  expect(lost.beginAnew().kind).toBe('user-begins-anew');
  expect(lost.passwordHash).toBeNull();
  expect(lost.link().facts).toEqual({ invited: true });
});
