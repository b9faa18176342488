import { expect, test } from '@jest/globals';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';
import { redescribe, takeFile } from './redescribe.js';
import type { Organisation } from './organisation.js';

const was = anOrganisation();
const refusal = (but: Partial<Organisation>): string | undefined => {
  try {
    redescribe(was, { ...was, ...but });
    return undefined;
  } catch (refused) {
    return (refused as { code: string }).code;
  }
};

test('the log learns which fields changed, and nothing that stands in them', () => {
  const { happened } = redescribe(was, { ...was, name: 'Stichting Anders', recallSeconds: 60 });
  const fields = ['name', 'recallSeconds'];
  expect(happened).toEqual({
    ...{ kind: 'settings-changed', subject: 'installation', subjectId: 'sole', facts: { fields } },
  });
  expect(redescribe(was, { ...was, approval: { grounds: [], always: false } }).happened).toBeUndefined();
});

test('what cannot be is refused, each by its own name', () => {
  const wrong: Partial<Organisation>[] = [
    { name: 'Twee\nregels' },
    { deskName: 'Meldpunt\r\nBcc: iemand@elders.example' },
    { coordinator: { code: 'A\u202eB', name: 'x' } },
    { deskEmail: 'geen adres' },
    { zone: 'Europe/Nergens' },
    { timeAllowedDays: { default: 0 } },
    { recallSeconds: 1.5 },
    { languages: [] },
    { languages: ['tlh'] },
    { designation: { ...was.designation, designatedOn: '2026-02-30' } },
  ];
  expect(wrong.map(refusal)).toEqual(
    'name desk-name coordinator desk-email zone time-allowed recall languages languages designation'
      .split(' ')
      .map((name) => `organisation.${name}-wrong`),
  );
});

test('a desk that is not described yet may be described bit by bit', () => {
  const blank = anOrganisation({ name: '', deskName: '', deskEmail: '', postalAddress: '' });
  expect(redescribe(blank, { ...blank, name: 'Stichting Nieuw' }).happened?.facts).toEqual({ fields: ['name'] });
});

test('a file is taken field by field, and what was edited here stays and is named', () => {
  const here = { ...was, name: 'Hier veranderd', recallSeconds: 30 };
  const file = { ...was, name: 'In het bestand veranderd', zone: 'Europe/Brussels' };
  const { now, kept } = takeFile(here, was, file);
  expect([now.name, now.zone, now.recallSeconds, kept]).toEqual(['Hier veranderd', 'Europe/Brussels', 30, ['name']]);
  expect(takeFile(here, was, was)).toEqual({ now: here, kept: [] });
  expect(takeFile(here, was, { ...was, name: 'Hier veranderd' }).kept).toEqual([]);
});
