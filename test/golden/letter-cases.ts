import type { LetterFacts } from '#application/notice/letter-writer.js';
import { factsFor } from '#test/builders/letter-facts.builder.js';
import type { NoticeAnswers } from '#domain/notice/notice-answers.js';
import { aPng, aText } from '#test/builders/files.js';
import type { WithdrawalCause } from '#domain/notice/withdrawal-reason.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';

const PORTRAIT = NoticeBuilder.aNotice(123).about('https://www.example.org/p/Ab-9_x/?igsh=MTc4&utm=a%20b#top');

const DUTCH = NoticeBuilder.aNotice(124)
  .saying({
    language: 'nl',
    measure: 'preserve',
    manipulated: 'ai-generated',
    grounds: [
      {
        code: 'SR254BA_DEEPFAKE',
        explanation:
          'Het filmpje toont het gezicht van een herkenbare persoon op het lichaam van een ander.\r\n\r\n' +
          'Voor het maken noch voor het delen is toestemming gegeven; de gevolgen zijn ernstig: één school, vijf klassen.',
      },
      { code: 'AVG6', explanation: 'Voor deze verwerking van persoonsgegevens bestaat geen grondslag.' },
    ],
  })
  .about('https://voorbeeld.example/video/1', `https://voorbeeld.example/zoek?q=${'lang'.repeat(40)}`)
  .locatedBy('video', 'vanaf 00:41, reactie van gebruiker “x_y”');

const ORDINARY = NoticeBuilder.aNotice(125)
  .identifiedAs({ regime: 'ordinary' })
  .saying({ measure: 'de-index', manipulated: 'edited', category: null })
  .locatedBy('search-result', 'search terms: a name and a place');

const HEEDED: NoticeAnswers = {
  ...ANSWERED,
  danger: 'threat-to-life',
  heeded: { by: uuid(800), at: '2026-11-02T08:00:00.000Z' },
};

const LIMITED = NoticeBuilder.aNotice(126)
  .about('https://www.example.org/p/1', 'https://www.example.org/p/2', 'https://www.example.org/p/3')
  .saying({
    grounds: [
      {
        code: 'AW21',
        explanation: 'The person portrayed is recognisable by face and never agreed to publication.',
        items: [1, 3].map((n) => NoticeBuilder.item(uuid(126), n, '').id),
      },
      { code: 'SR285D', explanation: 'The address of the person was published so that others go there.' },
    ],
  });

const HOTLINE = NoticeBuilder.aNotice(127).saying({
  language: 'nl',
  category: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  grounds: [{ code: 'SR252', explanation: 'Naar het oordeel van de hotline valt de inhoud onder deze bepaling.' }],
  answers: { ...ANSWERED, imagery: 'sexual-minor', withoutName: true },
});

const POSTED = NoticeBuilder.aNotice(129).locatedBy('comment', 'comment 7').postedOn('2024-05-01');

const WORD = { by: uuid(800), at: '2026-11-02T08:00:00.000Z' };

const SHARED: NoticeAnswers = {
  ...ANSWERED,
  shared: [
    { field: 'username', text: '@oefen_account', ...WORD },
    { field: 'features', text: 'een tatoeage op de linkerarm', ...WORD },
  ],
};

const EARLIER: NoticeAnswers = {
  ...ANSWERED,
  arose: { as: 'follow-up', from: uuid(7), reference: 'TF-2026-000007', sentAt: '2026-10-31T23:30:00.000Z' },
};

const BOTH: NoticeAnswers = { ...ANSWERED, alsoIn: 'nl' };
const IN_DUTCH = {
  nl: [{ code: 'AW21', explanation: 'De afgebeelde is herkenbaar, gaf geen toestemming en heeft er op school last van.' }],
};
const WRITTEN_TWICE = PORTRAIT.build().content.grounds.map((ground) => ({
  ...ground,
  second: { language: 'nl' as const, explanation: IN_DUTCH.nl[0]!.explanation },
}));

const ALONG = [
  { name: '1-viewport.png', mediaType: 'image/png', bytes: aPng() },
  { name: 'gesprek.txt', mediaType: 'text/plain', bytes: aText('een regel\nnog een\n') },
];

const withdrawnFor = (because: WithdrawalCause): LetterFacts => {
  const withdrawal = { because, note: 'Een zin die hier blijft.', ...WORD };
  const notice = PORTRAIT.saying({ answers: { ...ANSWERED, withdrawal } }).sentOn('2026-11-19T23:30:00Z').build();
  return factsFor(notice, { purpose: 'withdrawal' });
};

/** The letters whose bytes are on record, by the name of their file in `test/golden/letters`. */
export const LETTER_CASES: Readonly<Record<string, () => LetterFacts>> = {
  'notice.en': () => factsFor(PORTRAIT.ready().build()),
  'notice.nl': () => factsFor(DUTCH.ready().build()),
  'notice-ordinary.en': () => factsFor(ORDINARY.ready().build()),
  'notice-danger.en': () => factsFor(PORTRAIT.saying({ answers: HEEDED }).ready().build()),
  'notice-danger.nl': () => factsFor(DUTCH.saying({ answers: HEEDED }).ready().build()),
  'notice-limited.en': () => factsFor(LIMITED.ready().build()),
  'notice-posted.en': () => factsFor(POSTED.ready().build()),
  'notice-hotline.nl': () => factsFor(HOTLINE.ready().build()),
  'notice-shared.en': () => factsFor(PORTRAIT.saying({ answers: SHARED }).ready().build()),
  'notice-shared.nl': () => factsFor(DUTCH.saying({ answers: SHARED }).ready().build()),
  'notice-follow-up.en': () => factsFor(PORTRAIT.saying({ answers: EARLIER }).ready().build()),
  'notice-follow-up.nl': () => factsFor(DUTCH.saying({ answers: EARLIER }).ready().build()),
  'notice-mandate.en': () => factsFor(PORTRAIT.ready().build(), { mandate: 'parent-guardian' }),
  'notice-mandate.nl': () => factsFor(DUTCH.ready().build(), { mandate: 'power-of-attorney' }),
  'notice-both.en': () => 
    factsFor(PORTRAIT.saying({ answers: BOTH, grounds: WRITTEN_TWICE }).ready().build(), { reasonsIn: IN_DUTCH }),
  'notice-enclosures.en': () => factsFor(PORTRAIT.ready().build(), { enclosures: ALONG }),
  'notice-enclosures.nl': () => factsFor(DUTCH.ready().build(), { enclosures: ALONG }),
  'withdrawal-reason.en': () => withdrawnFor('wrong-address'),
  'withdrawal-unsaid.en': () => withdrawnFor('person-asked'),
  'withdrawal.en': () => factsFor(PORTRAIT.sentOn('2026-11-19T23:30:00Z').build(), { purpose: 'withdrawal' }),
  'withdrawal.nl': () => factsFor(DUTCH.sentOn('2026-11-19T10:00:00Z').build(), { purpose: 'withdrawal' }),
};
