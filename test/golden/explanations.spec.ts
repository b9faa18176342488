import { expect, test } from '@jest/globals';
import { readCountryPack } from '#adapters/files/country-packs.js';
import { explain } from '#domain/ground/explanation.js';
import type { Answers } from '#domain/ground/element-question.js';

const { grounds, templates } = readCountryPack('NL');

function explained(code: string, language: 'nl' | 'en', answers: Answers): string[] {
  const ground = grounds.find((one) => one.code === code)!;
  const template = templates.find((one) => one.ground === code && one.language === language)!;
  return explain(ground, answers, language, template.text).split('\n');
}

const PORTRAIT = {
  ...{ recognisable: 'gezicht en tatoeage', commission: 'no', interest: 'minor', consent: 'none' },
  'interest-why': 'de klas heeft het gezien',
};

test('a portrait not commissioned, in Dutch', () => {
  expect(explained('AW21', 'nl', PORTRAIT)).toEqual([
    'Openbaarmaking van een portret dat niet in opdracht is gemaakt, is niet geoorloofd voor zover een redelijk belang van de geportretteerde zich daartegen verzet.',
    'De betrokkene is herkenbaar: gezicht en tatoeage',
    'Opdracht: het portret is niet in opdracht van de betrokkene gemaakt.',
    'Het redelijke belang: de betrokkene is minderjarig.',
    'Toelichting op dat belang: de klas heeft het gezien',
    'Toestemming: er is geen toestemming gegeven.',
  ]);
});

test('the same answers in English', () => {
  expect(explained('AW21', 'en', PORTRAIT)).toEqual([
    'Publication of a portrait made without commission is not permitted insofar as a reasonable interest of the person portrayed opposes it.',
    'The person concerned is recognisable: gezicht en tatoeage',
    'Commission: the portrait was not commissioned by the person concerned.',
    'The reasonable interest: the person concerned is a minor.',
    'Why that interest weighs heavily: de klas heeft het gezien',
    'Consent: no consent was given.',
  ]);
});

test('a threat', () => {
  const answers = { 'literal-words': 'ik weet je te vinden', 'offence-threatened': 'mishandeling' };
  expect(explained('SR285', 'en', answers)).toEqual([
    'A person is threatened here with a criminal offence.',
    'The literal words: “ik weet je te vinden”',
    'The threat is of: mishandeling',
  ]);
});

test('abuse of a child is named by its kind alone, whatever somebody tries to say about it', () => {
  const answers = { 'age-band': 'pre-pubescent', 'material-kind': 'video', 'hotline-told': 'sent' };
  const tried = { ...answers, 'made-by': 'een beschrijving', 'literal-words': 'een beschrijving' };
  expect(explained('SR252', 'nl', tried)).toEqual([
    'Op dit adres staat een visuele weergave van seksuele aard waarbij kennelijk een persoon onder de achttien jaar is betrokken of schijnbaar is betrokken.',
    'Kennelijke leeftijd volgens de hotline: 3 tot en met 12 jaar.',
    'Soort: een of meer video’s.',
    'Hotline: het adres is aan de hotline doorgegeven.',
  ]);
});
