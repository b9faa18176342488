import { expect, test } from '@jest/globals';
import { uuid } from '#test/builders/uuid.js';
import { RecordedDefect, type DefectFound } from './channel-defect.js';

const FOUND: DefectFound = {
  ...{ id: uuid(1), platformCode: 'practice', channel: 'web-form', address: 'https://platform.example/form' },
  ...{ kind: 'captcha', note: '', noticeId: uuid(2), pictureDigest: null, seenOn: '2026-11-20', by: uuid(3) },
  recordedAt: new Date('2026-11-20T10:00:00Z'),
};

test('a defect is recorded of its platform, by its kind, without a word of what people wrote', () => {
  const event = RecordedDefect.record({ ...FOUND, note: 'It asks for traffic lights.' }).announce();
  expect(event).toEqual({
    ...{ kind: 'channel-defect-recorded', subject: 'platform', subjectId: 'practice' },
    facts: { defectId: uuid(1), channel: 'web-form', kind: 'captcha', picture: false },
  });
});

test('a kind that says nothing asks for words', () => {
  expect(() => RecordedDefect.record({ ...FOUND, kind: 'other', note: '  ' })).toThrow('defect.note-missing');
});

test('it is resolved once, on a day between the one it was seen and today', () => {
  const defect = RecordedDefect.record(FOUND);
  for (const day of ['2026-11-19', '2026-11-23']) {
    expect(() => defect.resolve(day, uuid(4), '2026-11-22')).toThrow('defect.day-impossible');
  }
  defect.resolve('2026-11-21', uuid(4), '2026-11-22');
  expect([defect.resolvedOn, defect.resolvedBy]).toEqual(['2026-11-21', uuid(4)]);
  expect(() => defect.resolve('2026-11-22', uuid(4), '2026-11-22')).toThrow('defect.resolved-already');
});
