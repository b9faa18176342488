import { IsNotEmpty, IsOptional } from 'class-validator';
import { describe, expect, test } from '@jest/globals';
import { RuleViolation } from '#domain/rule-violation.js';
import { barChart } from './bar-chart.js';
import { refused } from './form-state.js';
import { ownPath } from './own-path.js';
import { pageNumber, paging } from './paging.js';
import { railFor } from './rail.js';
import { statusOf, wordsOf } from './rule-words.js';
import { takeForm } from './take-form.js';

class CaseForm {
  @IsNotEmpty({ message: 'form.title-prefix' })
  title!: string;

  @IsOptional()
  remark?: string;
}

describe('a form', () => {
  test('takes what it knows; a field left empty is absent', async () => {
    const { form, faults } = await takeForm(CaseForm, { title: 'x', remark: '', _csrf: 'token' });
    expect(faults).toEqual([]);
    expect({ ...form }).toEqual({ title: 'x' });
  });

  test('names what is missing by the key of its words, and refuses what it does not know', async () => {
    const { faults } = await takeForm(CaseForm, { approvedBy: 'me', __proto__: { title: 'x' } });
    expect(faults).toContainEqual({ field: 'title', words: 'form.title-prefix' });
    expect(faults).toContainEqual({ field: null, words: 'form.unknown-field' });
  });

  test('shown again keeps everything typed but passwords', () => {
    const state = refused({ email: 'a', password: 'p', passwordAgain: 'p' }, [{ field: 'email', text: 'Fout' }]);
    expect(state).toEqual({
      values: { email: 'a' },
      errors: { email: 'Fout' },
      summary: [{ field: 'email', text: 'Fout' }],
    });
  });
});

test('a rule is 404 for what is not there, 409 for what moved on, 422 for what can be mended', () => {
  const status = (code: string) => statusOf(new RuleViolation(code));
  expect(
    ['notice.not-found', 'version.outdated', 'notice.status-cannot-follow', 'notice.incomplete'].map(status),
  ).toEqual([404, 409, 409, 422]);
});

test('each blocker a rule names is worded too', () => {
  const rule = new RuleViolation('notice.incomplete', { blockers: ['explanation-missing', { code: 'url-missing' }] });
  expect(wordsOf(rule)).toEqual(['errors.notice.incomplete', 'blockers.explanation-missing', 'blockers.url-missing']);
});

test.each([
  ['/cases/1?x=1', '/cases/1?x=1'],
  ['//elsewhere.test', '/work'],
  ['/\\elsewhere.test', '/work'],
  ['https://elsewhere.test', '/work'],
  ['/a\r\nSet-Cookie: x', '/work'],
  [undefined, '/work'],
  [['/a', '/b'], '/work'],
])('after signing in %j leads to %s', (path, expected) => expect(ownPath(path)).toBe(expected));

describe('paging', () => {
  test('says what it shows and keeps the rest of the address', () => {
    expect(paging(2, 312, '/cases', { q: 'a b', page: '2', empty: '' })).toEqual({
      from: 26,
      to: 50,
      total: 312,
      previous: '/cases?q=a+b&page=1',
      next: '/cases?q=a+b&page=3',
    });
  });

  test('of nothing shows nothing, and beyond the end shows the end', () => {
    expect(paging(1, 0, '/x')).toEqual({ from: 0, to: 0, total: 0, previous: null, next: null });
    expect(paging(9, 30, '/x')).toMatchObject({ from: 26, to: 30, next: null });
  });

  test.each([
    ['3', 3],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['x', 1],
    [['1', '2'], 1],
    ['1e99', 1],
  ])('%j is page %d', (asked, page) => expect(pageNumber(asked)).toBe(page));
});

test('bars lie beside each other in the shares they stand for', () => {
  const parts = [
    { kind: 'action-taken', count: 3, percentage: 75 },
    { kind: 'no-action', count: 0, percentage: 0 },
    { kind: 'no-response', count: 1, percentage: 25 },
  ];
  const chart = barChart([{ label: 'A', total: 4, parts }]);
  const [taken, none] = chart.bars[0]!.parts;
  expect(chart.bars[0]!.parts).toHaveLength(2);
  expect((taken!.width + 2) / (none!.width + 2)).toBeCloseTo(3, 1);
  expect(none!.x).toBeCloseTo(taken!.x + taken!.width + 2, 1);
  expect(none!.x + none!.width).toBeLessThanOrEqual(chart.width);
});

test('the rail shows where a person stands, and an administrator no place with case content', () => {
  const person = {
    userId: 'u',
    sessionId: 's',
    email: 'e',
    name: 'n',
    language: 'nl',
    theme: 'auto',
    shortcuts: true,
    hasRemark: false,
    lines: [],
  } as const;
  const rail = railFor({ ...person, role: 'caseworker' }, '/cases/1', { inbox: 3, work: 0 });
  expect(rail.filter((place) => place.current).map((place) => place.key)).toEqual(['cases']);
  expect(rail.map((place) => place.count)).toEqual([null, 3, null, null, null, null]);
  expect(railFor({ ...person, role: 'supervisor' }, '/', {}).map(({ key }) => key)).toContain('dossiers');
  const places = railFor({ ...person, role: 'administrator' }, '/', {}).map(({ key }) => key);
  expect(places).toEqual(expect.arrayContaining(['grounds', 'platforms', 'users']));
  for (const content of ['work', 'inbox', 'cases', 'follow-up', 'dossiers']) expect(places).not.toContain(content);
});
