import { describe, expect, test } from '@jest/globals';
import { CONFIDENTIALITIES, type Confidentiality } from '../case/case-file.js';
import { LINES } from '../notice/codes.js';
import { decide, type Decision } from './policy.js';
import { EVERYTHING, isEverything, isWithin, knowledgeOf, reachOf, type CaseStanding, type Person } from './reach.js';
import { holds, RIGHTS, type Right } from './right.js';
import { ROLES, type Role } from './role.js';

const ME = 'me';
const person = (role: Role): Person => ({ userId: ME, role, lines: ['helpline'] });
const standing = (but: Partial<CaseStanding> = {}): CaseStanding => ({
  line: 'helpline',
  confidentiality: 'normal',
  named: [],
  opened: false,
  ...but,
});
const read = (role: Role, but: Partial<CaseStanding>): Decision => decide(person(role), 'case.read', standing(but));

/** For reading: own line, another line; restricted and not named, named; sealed and not named, named, named and opened. */
const READS: Readonly<Record<Role, readonly Decision[]>> = {
  caseworker: ['allowed', 'hidden', 'hidden', 'allowed', 'hidden', 'reason-needed', 'allowed'],
  reviewer: ['allowed', 'hidden', 'hidden', 'allowed', 'hidden', 'reason-needed', 'allowed'],
  supervisor: ['allowed', 'hidden', 'allowed', 'allowed', 'reason-needed', 'reason-needed', 'allowed'],
  auditor: ['allowed', 'allowed', 'meta', 'meta', 'meta', 'meta', 'meta'],
  administrator: ['refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused'],
};

describe('the policy', () => {
  test.each(ROLES)('lets a %s read what the table of roles says', (role) => {
    const [restricted, sealed, named] = [
      { confidentiality: 'restricted' },
      { confidentiality: 'sealed' },
      { named: [ME] },
    ] as const;
    const cases: Partial<CaseStanding>[] = [
      {},
      { line: 'hotline' },
      restricted,
      { ...restricted, ...named },
      sealed,
      { ...sealed, ...named },
      { ...sealed, ...named, opened: true },
    ];
    expect(cases.map((each) => read(role, each))).toEqual(READS[role]);
  });

  test('what may be known but not read has an outline, and opens by a reason where it is sealed', () => {
    const sealed = standing({ confidentiality: 'sealed', named: [ME] });
    expect(ROLES.map((role) => decide(person(role), 'case.know', sealed))).toEqual([
      ...['allowed', 'allowed', 'allowed', 'allowed'],
      'refused',
    ]);
    expect(ROLES.map((role) => decide(person(role), 'case.open', sealed))).toEqual([
      ...['allowed', 'allowed', 'allowed'],
      ...['refused', 'refused'],
    ]);
    expect(decide(person('caseworker'), 'case.open', { ...sealed, named: [] })).toBe('hidden');
  });

  test('a case of another line stays hidden from who is named on it: the team goes first', () => {
    expect(read('caseworker', { line: 'hotline', confidentiality: 'restricted', named: [ME] })).toBe('hidden');
  });

  test('asks the role before the thing, so that a refusal says nothing about it', () => {
    for (const confidentiality of CONFIDENTIALITIES) {
      const about = standing({ confidentiality, line: 'hotline' });
      expect(decide(person('caseworker'), 'users.manage', about)).toBe('refused');
      expect(decide(person('auditor'), 'evidence.view', about)).toBe('refused');
    }
  });

  test('what belongs to a case an auditor may only know of is hidden, and so is changing it', () => {
    const about = standing({ confidentiality: 'restricted' });
    expect(decide(person('auditor'), 'message.read', about)).toBe('hidden');
    expect(decide(person('caseworker'), 'case.write', about)).toBe('hidden');
  });

  test('what belongs to no line yet is seen by everybody who reads content and has a line', () => {
    const stray = standing({ line: null });
    const seen = ROLES.filter((role) => decide(person(role), 'message.read', stray) === 'allowed');
    expect(seen).toEqual(['caseworker', 'reviewer', 'supervisor', 'auditor']);
    expect(decide({ ...person('caseworker'), lines: [] }, 'message.read', stray)).toBe('hidden');
  });

  test('a right that is about no case is a matter of the role alone', () => {
    for (const right of Object.keys(RIGHTS) as Right[]) {
      const allowed = ROLES.filter((role) => decide(person(role), right) === 'allowed');
      expect(allowed).toEqual(ROLES.filter((role) => holds(role, right)));
    }
  });

  test('an administrator holds no right that reads content', () => {
    const held = (Object.keys(RIGHTS) as Right[]).filter((right) => holds('administrator', right));
    expect(
      held.filter((right) => /^(case|notice|evidence|identity|message|statistics|dossier|audit)\./.test(right)),
    ).toEqual([]);
  });
});

/** Every way in which a case can stand to somebody. */
const STANDINGS: readonly CaseStanding[] = [...LINES, null].flatMap((line) =>
  CONFIDENTIALITIES.flatMap((confidentiality: Confidentiality) =>
    [[], [ME], ['another']].flatMap((named) =>
      [true, false].map((opened) => ({ line, confidentiality, named, opened })),
    ),
  ),
);

describe('a reach', () => {
  test.each(ROLES)('of a %s never reads what it may not know of', (role) => {
    for (const each of STANDINGS) {
      const reads = isWithin(reachOf(person(role)), each);
      expect(reads && !isWithin(knowledgeOf(person(role)), each)).toBe(false);
    }
  });

  test('of the system leaves nothing out, and that of no person does', () => {
    expect(STANDINGS.every((each) => isWithin(EVERYTHING, each))).toBe(true);
    expect(isEverything(EVERYTHING)).toBe(true);
    expect(ROLES.filter((role) => isEverything(reachOf({ ...person(role), lines: LINES })))).toEqual([]);
  });
});
