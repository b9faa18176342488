import { noticeDocument, noticeJson } from '#adapters/letters/notice-document.js';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { LETTER_CASES } from './letter-cases.js';

/** Which letters on record stand as examples of their document, by the name of the file in `docs/notice-examples`. */
const SHOWN: Readonly<Record<string, string>> = {
  'one-address.en': 'notice.en',
  'several-addresses-and-grounds.nl': 'notice.nl',
  'grounds-for-some-addresses.en': 'notice-limited.en',
  'life-at-stake.en': 'notice-danger.en',
  'without-name.nl': 'notice-hotline.nl',
  'ordinary-notice.en': 'notice-ordinary.en',
  'person-concerned.nl': 'notice-shared.nl',
  'follow-up.en': 'notice-follow-up.en',
  'on-behalf.en': 'notice-mandate.en',
  'with-enclosures.en': 'notice-enclosures.en',
};

const REPLY_TO = 'meldpunt+0123456789abcdef0123456789abcdef@desk.practice.example';

/** The examples as the desk writes them, by the name of their file. */
export const NOTICE_EXAMPLES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SHOWN).map(([name, letter]) => [name, documentOf(LETTER_CASES[letter]!())]),
);

function documentOf(facts: LetterFacts): string {
  return noticeJson(noticeDocument(facts, REPLY_TO));
}
