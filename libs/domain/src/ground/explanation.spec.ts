import { describe, expect, test } from '@jest/globals';
import { aGround } from '#test/builders/letter-facts.builder.js';
import { answersTo, questionsOf } from './element-question.js';
import { explain, explainedByQuestions, fieldsOf, unknownFields } from './explanation.js';
import { compareLines } from './text-difference.js';

const portrait = aGround('AW21');
const said = (template: string, answers: Record<string, string> = {}) => explain(portrait, answers, 'nl', template);

describe('an explanation', () => {
  test('says what was answered, in the language asked for', () => {
    const answers = { interest: 'privacy', recognisable: 'het gezicht' };
    const template = '{title}\nHerkenbaar: {recognisable}\nBelang: {interest}.';
    expect(explain(portrait, answers, 'nl', template)).toBe(
      'Portretrecht - niet in opdracht\nHerkenbaar: het gezicht\nBelang: bescherming van de persoonlijke levenssfeer.',
    );
    expect(explain(portrait, answers, 'en', template)).toContain('Belang: protection of private life.');
  });

  test('grows with each answer: a line whose questions are all open is left out', () => {
    const template = 'Vast.\nA: {recognisable}\nB: {consent} en {interest-why}';
    expect(said(template)).toBe('Vast.');
    expect(said(template, { recognisable: 'x' })).toBe('Vast.\nA: x');
    expect(said(template, { consent: 'none' })).toBe('Vast.\nB: er is geen toestemming gegeven en …');
  });

  test.each([
    "{{constructor.constructor('return process')()}}",
    '{{#with "s" as |string|}}{{/with}}',
    '{{lookup this "x"}} {{> partial}} {{{law}}} {{recognisable}}',
    '{unknown} {__proto__} {constructor} { law } {Law} ${law.length} $& $1 <%= x %>',
  ])('prints %s as text, in a template and in an answer', (words) => {
    expect(said(words)).toBe(words);
    expect(said('Antwoord: {recognisable}', { recognisable: words })).toBe(`Antwoord: ${words}`);
  });

  test('never looks into an answer for fields', () => {
    const answers = { recognisable: '{consent} {law}', consent: 'none' };
    expect(said('{recognisable}', answers)).toBe('{consent} {law}');
  });

  test('leaves out the answer of a choice that is not offered, and of a question of another ground', () => {
    expect(said('Vast\n{consent}', { consent: 'perhaps' })).toBe('Vast');
    expect(said('Vast\n{threat}', { threat: 'x' })).toBe('Vast\n{threat}');
  });

  test('can be shown with its questions in place of answers', () => {
    expect(explainedByQuestions(portrait, 'en', '{recognisable}')).toBe('[Who is recognisable, and by what?]');
  });

  test('names the fields nobody knows', () => {
    expect(unknownFields(portrait, '{law} {recognisable} {name} {name} {{other}}')).toEqual(['name']);
    expect(fieldsOf(portrait).slice(0, 4)).toEqual(['law', 'article', 'title', 'recognisable']);
  });
});

describe('answers', () => {
  test('are kept trimmed, by question, without those left open', () => {
    const given = { recognisable: ' gezicht ', consent: '', stranger: 'x' };
    expect(answersTo(portrait, given)).toEqual({ recognisable: 'gezicht' });
  });

  test('are refused where they are too long or not offered', () => {
    expect(() => answersTo(portrait, { recognisable: 'x'.repeat(2001) })).toThrow('ground.answer-too-long');
    expect(() => answersTo(portrait, { consent: 'maybe' })).toThrow('ground.answer-not-offered');
  });

  test('are asked in the language of whoever answers, never for words about a picture of abuse', () => {
    expect(questionsOf(portrait, 'nl')[0]).toMatchObject({ code: 'recognisable', kind: 'text', options: [] });
    expect(questionsOf(portrait, 'en')[1]?.options[0]?.value).toBe('no');
    for (const code of ['SR252', 'CSAM_AI', 'SR253', 'SR245_250']) {
      expect(questionsOf(aGround(code), 'nl').filter(({ kind }) => kind === 'text')).toEqual([]);
    }
  });
});

test('two wordings are compared line by line', () => {
  expect(compareLines('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'left-out', text: 'b' },
    { kind: 'added', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'added', text: 'd' },
  ]);
});
