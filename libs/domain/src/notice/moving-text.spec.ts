import { describe, expect, test } from '@jest/globals';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { system } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { NoticeContent } from './notice-content.js';
import type { Notice } from './notice.js';

const BY = system('test');
const TURNED = 'foto \u202egpj.exe';

const saying = (notice: Notice, but: Partial<NoticeContent>, items = [...notice.items]) =>
  notice.describe({ ...notice.content, ...but }, items, BY);

/** The facts of the rule that refuses it. */
function refusal(attempt: () => unknown): object | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return error instanceof RuleViolation ? error.facts : null;
  }
}

describe('a text that reads otherwise than it was written', () => {
  test.each<[string, (notice: Notice) => unknown, object]>([
    [
      'a place on a page',
      (one) => saying(one, {}, [{ ...one.items[0]!, locator: TURNED } as never]),
      { field: 'locator', place: 1 },
    ],
    [
      'reasons',
      (one) => saying(one, { grounds: [{ code: 'AW21', explanation: `Zonder toestemming. ${TURNED}` }] }),
      { field: 'text', place: 0 },
    ],
    [
      'the weighing of expression',
      (one) => saying(one, { answers: { ...ANSWERED, expression: TURNED } }),
      { field: 'expression', place: 0 },
    ],
    [
      'a datum of the person affected',
      (one) =>
        saying(one, { answers: { ...ANSWERED, shared: [{ field: 'username', text: TURNED, by: 'u', at: '' }] } }),
      { field: 'username', place: 0 },
    ],
  ])('is refused in %s, naming where it stands', (_, write, where) => {
    const refused = new RuleViolation('notice.text-unseen', { ...where, characters: 'U+202E' });
    expect(() => write(NoticeBuilder.aNotice().build())).toThrow(refused);
    expect(refusal(() => write(NoticeBuilder.aNotice().build()))).toEqual(refused.facts);
  });

  test('stands in nobody’s way who writes something else', () => {
    const old = NoticeBuilder.aNotice()
      .saying({ answers: { ...ANSWERED, expression: TURNED } })
      .build();
    saying(old, { measure: 'none' });
    expect(old.content.measure).toBe('none');
  });

  test('is none with ends of lines and tabs in it', () => {
    const notice = NoticeBuilder.aNotice().build();
    saying(notice, { answers: { ...ANSWERED, expression: 'Een.\r\n\tTwee 👩‍💻.' } });
    expect(notice.content.answers.expression).toContain('Twee');
  });
});
