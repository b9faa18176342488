import { describe, expect, test } from '@jest/globals';
import { CaseBuilder } from '#test/builders/case.builder.js';
import type { CaseAccess } from '../case/case-file.js';
import type { Person } from './reach.js';
import type { Role } from './role.js';

const person = (role: Role): Person => ({ userId: 'me', role, lines: ['helpline'] });
const NORMAL: CaseAccess = { confidentiality: 'normal', named: [] };
const OURS: CaseAccess = { confidentiality: 'restricted', named: ['you', 'me', 'me'] };
const THEIRS: CaseAccess = { confidentiality: 'restricted', named: ['you'] };
const SEALED: CaseAccess = { confidentiality: 'sealed', named: ['me'] };

function answer(role: Role, from: CaseAccess, to: CaseAccess): string {
  const file = CaseBuilder.aCase().build();
  file.restrict(from, null);
  try {
    file.restrict(to, person(role));
    return file.confidentiality;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
}

describe('who may see a case', () => {
  test('is narrowed by a caseworker to themselves and colleagues', () => {
    expect(answer('caseworker', NORMAL, OURS)).toBe('restricted');
    expect(answer('caseworker', NORMAL, THEIRS)).toBe('case.stays-yours');
  });

  test('is widened or sealed by a supervisor alone', () => {
    expect(answer('caseworker', OURS, NORMAL)).toBe('case.access-for-supervisor');
    expect(answer('caseworker', NORMAL, SEALED)).toBe('case.access-for-supervisor');
    expect(answer('caseworker', SEALED, OURS)).toBe('case.access-for-supervisor');
    expect(answer('supervisor', SEALED, NORMAL)).toBe('normal');
    expect(answer('supervisor', NORMAL, SEALED)).toBe('sealed');
    expect(answer('supervisor', NORMAL, THEIRS)).toBe('restricted');
  });

  test.each(['reviewer', 'auditor', 'administrator'] as const)('is not for a %s to change', (role) => {
    expect(answer(role, NORMAL, OURS)).toBe('case.access-not-yours');
  });

  test('is kept without doubles, and nobody is named on a case everybody sees', () => {
    const file = CaseBuilder.aCase().build();
    const [event] = file.restrict(OURS, person('caseworker'));
    expect([file.confidentiality, file.named]).toEqual(['restricted', ['me', 'you']]);
    expect(event).toMatchObject({
      kind: 'case-restricted',
      facts: { confidentiality: 'restricted', named: ['me', 'you'] },
    });
    file.restrict({ confidentiality: 'normal', named: ['you'] }, person('supervisor'));
    expect(file.named).toEqual([]);
  });
});
