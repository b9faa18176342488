import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { projectPath } from '#adapters/settings/project.js';
import type { LetterFacts, WrittenLetter } from '#application/notice/letter-writer.js';
import { CONTENT_TYPES, LETTER_LANGUAGES, MEASURES } from '#domain/notice/codes.js';
import { anOrganisation, aPlatform, factsFor } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { goldenWriter } from '#test/golden/golden-writer.js';
import { LETTER_CASES } from '#test/golden/letter-cases.js';

const write = (facts: LetterFacts): Promise<WrittenLetter> => goldenWriter().write(facts);
const aLetter = (but: Partial<LetterFacts> = {}) => write(factsFor(NoticeBuilder.aNotice(7).ready().build(), but));
const about = (notice: NoticeBuilder) => write(factsFor(notice.ready().build()));

describe('the letters on record', () => {
  test.each(Object.keys(LETTER_CASES))('%s leaves byte for byte as it stands in test/golden/letters', async (name) => {
    const { bytes } = await write(LETTER_CASES[name]!());
    const golden = readFileSync(projectPath('test', 'golden', 'letters', `${name}.eml`));
    expect(Buffer.from(bytes).toString('latin1')).toBe(golden.toString('latin1'));
  });

  test.each(Object.keys(LETTER_CASES))(
    '%s says the same in text and HTML, and every line ends in CRLF',
    async (name) => {
      const { bytes, text } = await write(LETTER_CASES[name]!());
      const mail = await simpleParser(Buffer.from(bytes), { skipHtmlToText: true });
      const shown = /<pre[^>]*>([^]*)<\/pre>/.exec(String(mail.html))?.[1] ?? '';
      expect(mail.text).toBe(text);
      expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text);
      expect(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );
});

describe('what a letter says', () => {
  test('exact addresses stand one per line and numbered, however long they are', async () => {
    const urls = [`https://a.example/?x=${'é&=%20'.repeat(60)}`, 'https://b.example/p/1?y=2#part'];
    const { bytes } = await about(NoticeBuilder.aNotice().about(...urls));
    const lines = (await simpleParser(Buffer.from(bytes))).text?.split('\n');
    expect(lines).toEqual(expect.arrayContaining([`1. ${urls[0]!}`, `2. ${urls[1]!}`]));
  });

  test.each(LETTER_LANGUAGES)(
    'each measure asks something else, and each kind of content has a name (%s)',
    async (language) => {
      const ofMeasure = MEASURES.map((measure) => about(NoticeBuilder.aNotice().saying({ language, measure })));
      expect(new Set((await Promise.all(ofMeasure)).map((letter) => letter.text)).size).toBe(MEASURES.length);
      const ofType = CONTENT_TYPES.map((type) =>
        about(NoticeBuilder.aNotice().saying({ language }).locatedBy(type, 'x')),
      );
      expect(new Set((await Promise.all(ofType)).map((letter) => letter.text)).size).toBe(CONTENT_TYPES.length);
    },
  );

  test('only a trusted flagger speaks of priority', async () => {
    const ordinary = await about(NoticeBuilder.aNotice().identifiedAs({ regime: 'ordinary' }));
    expect(ordinary.text + ordinary.subject).not.toMatch(/Art\. 16.22|Article 22|priority|trusted flagger/i);
    expect((await aLetter()).text).toMatch(/trusted flagger on 15 July 2025 \(Article 22\(2\) DSA\)/);
  });

  test('the number of the case, and who wrote or affirmed it, stay inside', async () => {
    const notice = NoticeBuilder.aNotice().identifiedAs({ caseId: '11111111-2222-4333-8444-555555555555' });
    const { bytes } = await write(factsFor(notice.submittedOn().build()));
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/1111|01935000-0000-7000-8000-000000000800/);
  });
});

describe('the envelope and the header', () => {
  test('answers come back to the desk with the reply token, and the digest is that of the bytes', async () => {
    const letter = await aLetter();
    const mail = await simpleParser(Buffer.from(letter.bytes));
    const sender = 'meldpunt+0123456789abcdef0123456789abcdef@desk.practice.example';
    expect(letter.sender).toBe(sender);
    expect(mail.replyTo?.text).toBe(sender);
    expect(mail.from?.value).toEqual([{ name: 'Meldpunt Oefenlijn', address: 'meldpunt@desk.practice.example' }]);
    expect(mail.messageId).toBe(letter.messageId);
    expect(mail.subject).toBe(letter.subject);
    expect(mail.headers.get('auto-submitted')).toBe('no');
    expect(mail.headers.get('content-language')).toBe('en');
    expect(letter.digest).toBe(createHash('sha256').update(letter.bytes).digest('hex'));
  });

  test.each([
    'notices@practice.example\r\nBcc: other@practice.example',
    'notices@practice.example, other@practice.example',
    'notices@practice.example>\r\nRCPT TO:<other@practice.example',
    '"Notices" <notices@practice.example>',
    'list:notices@practice.example;',
    'notices@practice.example ',
    'notices',
    '',
  ])('%j is not exactly one address, and refused', async (recipient) => {
    const channels = [{ ...aPlatform().channels[0]!, address: recipient }];
    await expect(aLetter({ channel: channels[0]!, platform: aPlatform({ channels }) })).rejects.toMatchObject({
      code: 'mail.address-malformed',
    });
  });

  test('an address that is not the register’s is refused', async () => {
    const letter = aLetter({ channel: { ...aPlatform().channels[0]!, address: 'other@practice.example' } });
    await expect(letter).rejects.toMatchObject({ code: 'letter.recipient-not-registered' });
  });

  test.each(['desk@a.example\r\nX: y', 'desk@a.example,b@c.example', 'Desk <desk@a.example>'])(
    'a desk address %j is refused',
    async (deskEmail) => {
      const letter = aLetter({ organisation: anOrganisation({ deskEmail }) });
      await expect(letter).rejects.toMatchObject({ code: 'mail.address-malformed' });
    },
  );

  test.each([
    ['deskName', aLetter.bind(null, { organisation: anOrganisation({ deskName: 'Desk\r\nBcc: x@y.example' }) })],
    ['platform', aLetter.bind(null, { platform: aPlatform({ name: 'P\nSubject: other' }) })],
    ['url', () => about(NoticeBuilder.aNotice().about('https://a.example/\n2. https://b.example/'))],
    ['url', () => about(NoticeBuilder.aNotice().about('https://a.example/\u202Egpj.exe'))],
    ['locator', () => about(NoticeBuilder.aNotice().locatedBy('comment', 'x\r\n\r\n4. WHAT WE ASK'))],
  ])('a line break in %s is refused', async (fact, letter) => {
    await expect(letter()).rejects.toMatchObject({ code: 'letter.control-character', facts: { fact } });
  });
});

describe('a missing fact is an error, never a gap', () => {
  test.each(['name', 'deskName', 'postalAddress', 'country'] as const)('the organisation’s %s', async (name) => {
    const letter = aLetter({ organisation: anOrganisation({ [name]: ' ' }) });
    await expect(letter).rejects.toMatchObject({ code: 'letter.fact-missing' });
  });

  test.each(['authority', 'designatedOn', 'areaOfExpertise'] as const)('the designation’s %s', async (name) => {
    const designation = { ...anOrganisation().designation, [name]: '' };
    const letter = aLetter({ organisation: anOrganisation({ designation }) });
    await expect(letter).rejects.toMatchObject({ code: 'letter.fact-missing', facts: { fact: name } });
  });

  test('a ground the register does not describe', async () => {
    await expect(aLetter({ grounds: [] })).rejects.toMatchObject({ facts: { fact: 'ground AW21' } });
  });

  test('items, grounds and explanations, though nobody should get this far without them', async () => {
    const bare = [NoticeBuilder.aNotice().withoutLocation(), NoticeBuilder.aNotice().withoutGround()];
    for (const notice of [...bare, NoticeBuilder.aNotice().withoutExplanation()]) {
      await expect(write(factsFor(notice.build()))).rejects.toMatchObject({ code: 'letter.fact-missing' });
    }
  });

  test('the day a withdrawn notice was sent', async () => {
    await expect(aLetter({ purpose: 'withdrawal' })).rejects.toMatchObject({ facts: { fact: 'sentAt' } });
  });

  test('a letter in a language or for a regime that has none', async () => {
    await expect(about(NoticeBuilder.aNotice().saying({ language: 'fr' as never }))).rejects.toMatchObject({
      code: 'letter.none-for-language',
    });
    const voluntary = NoticeBuilder.aNotice().identifiedAs({ regime: 'voluntary' });
    await expect(about(voluntary)).rejects.toMatchObject({ code: 'letter.none-for-regime' });
  });
});
