import { describe, expect, test } from '@jest/globals';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { uuid } from '#test/builders/uuid.js';

const AT = new Date('2026-11-09T10:00:00Z');

describe('a case', () => {
  test('is open until somebody closes it, and can be opened again', () => {
    const file = CaseBuilder.aCase().build();
    expect([file.status, file.closedAt]).toEqual(['open', null]);
    file.close(AT);
    expect([file.status, file.closedAt]).toEqual(['closed', AT]);
    file.reopen();
    expect([file.status, file.closedAt]).toEqual(['open', null]);
  });

  test('that is closed takes no changes and is not closed twice', () => {
    const file = CaseBuilder.aCase().closedOn(AT.toISOString()).build();
    expect(() => file.close(AT)).toThrow('case.closed');
    expect(() => file.describe({ ...file.content, summary: 'x' })).toThrow('case.closed');
    expect(file.content.summary).not.toBe('x');
  });

  test('that is open is not opened again', () => {
    expect(() => CaseBuilder.aCase().build().reopen()).toThrow('case.open');
  });

  test('tells the log that it changed, and nothing of what is in it', () => {
    const file = CaseBuilder.aCase().build();
    const event = file.describe({ ...file.content, summary: 'A name', urgency: 'now' });
    expect(file.content).toMatchObject({ summary: 'A name', urgency: 'now' });
    expect(event).toEqual({ kind: 'case-described', subject: 'case', subjectId: uuid(501) });
  });
});
