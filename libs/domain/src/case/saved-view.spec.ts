import { describe, expect, test } from '@jest/globals';
import type { Person } from '../access/reach.js';
import { MOST_VIEWS, SavedView } from './saved-view.js';

const caseworker: Person = { userId: 'me', role: 'caseworker', lines: ['helpline'] };
const supervisor: Person = { userId: 'boss', role: 'supervisor', lines: ['helpline'] };
const WISH = { name: ' Spoed ', team: null, choice: { urgency: 'now', sort: 'opened', nonsense: 'x' } } as const;

const saved = (wish: Partial<typeof WISH> | object = {}, by = caseworker, there = 0) =>
  SavedView.save('v', { ...WISH, ...wish }, by, there);

describe('a saved view', () => {
  test('keeps a choice under a name, and of the choice only what means something', () => {
    const { view, event } = saved();
    expect([view.name, view.choice, view.ownerId]).toEqual(['Spoed', { urgency: 'now', sort: 'opened' }, 'me']);
    expect(event).toEqual({ kind: 'view-saved', subject: 'view', subjectId: 'v', facts: { team: null } });
  });

  test('of a team is made, renamed and removed by a supervisor of that team alone', () => {
    expect(() => saved({ team: 'helpline' })).toThrow('view.team-not-yours');
    expect(() => saved({ team: 'hotline' }, supervisor)).toThrow('view.team-not-yours');
    const { view } = saved({ team: 'helpline' }, supervisor);
    expect(() => view.rename('x', caseworker)).toThrow('view.not-found');
    expect(() => view.remove({ ...supervisor, lines: ['hotline'] })).toThrow('view.not-found');
    view.rename('Van ons', { ...supervisor, userId: 'other-boss' });
    expect(view.name).toBe('Van ons');
  });

  test('of a person is nobody else’s, not even a supervisor’s, and once removed not theirs either', () => {
    const { view } = saved();
    expect(() => view.rename('x', supervisor)).toThrow('view.not-found');
    view.remove(caseworker);
    expect(view.isRemoved).toBe(true);
    expect(() => view.rename('x', caseworker)).toThrow('view.not-found');
  });

  test.each([
    ['', 'view.name-missing'],
    ['   ', 'view.name-missing'],
    ['x'.repeat(41), 'view.name-too-long'],
    ['a\u202Eb', 'view.name-unseen'],
    ['a\nb', 'view.name-unseen'],
  ])('is not called %j', (name, code) => expect(() => saved({ name })).toThrow(code));

  test('has room among twelve', () => {
    expect(saved({}, caseworker, MOST_VIEWS - 1).view.name).toBe('Spoed');
    expect(() => saved({}, caseworker, MOST_VIEWS)).toThrow('view.too-many');
  });
});
