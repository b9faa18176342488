import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { CONTENT_TYPES, MEASURES } from '#domain/notice/codes.js';
import { factsFor } from '#test/builders/letter-facts.builder.js';
import { aPng } from '#test/builders/files.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { goldenWriter } from '#test/golden/golden-writer.js';
import { LETTER_CASES } from '#test/golden/letter-cases.js';
import { NOTICE_EXAMPLES } from '#test/golden/notice-examples.js';
import { projectPath } from '../settings/project.js';

type Document = Record<string, unknown> & { submitter: Record<string, unknown>; items: Record<string, unknown>[] };

const SCHEMA = JSON.parse(readFileSync(projectPath('docs', 'notice.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  SCHEMA,
);
const faults = (document: unknown) => (validate(document) ? [] : (validate.errors ?? []));
const NOTICES = Object.keys(LETTER_CASES).filter((name) => name.startsWith('notice'));

const attachedTo = async (facts: ReturnType<typeof factsFor>) => {
  const { bytes } = await goldenWriter().write(facts);
  return (await simpleParser(Buffer.from(bytes))).attachments;
};
const documentOf = async (facts: ReturnType<typeof factsFor>): Promise<Document> =>
  JSON.parse((await attachedTo(facts))[0]!.content.toString('utf8')) as Document;

describe('notice.json', () => {
  test.each(NOTICES)('goes along first with %s, and is as its schema says', async (name) => {
    const [first] = await attachedTo(LETTER_CASES[name]!());
    expect([first!.filename, first!.contentType]).toEqual(['notice.json', 'application/json']);
    expect(faults(JSON.parse(first!.content.toString('utf8')))).toEqual([]);
  });

  test('is as its schema says for each measure and each kind of content', async () => {
    for (const [index, contentType] of CONTENT_TYPES.entries()) {
      const measure = MEASURES[index % MEASURES.length]!;
      const notice = NoticeBuilder.aNotice()
        .saying({ measure, category: null })
        .locatedBy(contentType, 'at 00:41')
        .ready();
      expect(faults(await documentOf(factsFor(notice.build())))).toEqual([]);
    }
  });

  test('does not go along with a withdrawal, which is no notice', async () => {
    expect(await attachedTo(LETTER_CASES['withdrawal.en']!())).toEqual([]);
  });

  test('names exact addresses, who submits, and the files behind it by their digest', async () => {
    const document = await documentOf(LETTER_CASES['notice-enclosures.en']!());
    expect(document.items[0]).toMatchObject({
      number: 1,
      url: 'https://www.example.org/p/Ab-9_x/?igsh=MTc4&utm=a%20b#top',
    });
    expect(document.submitter).toMatchObject({ name: 'Meldpunt Oefenlijn', withheldUnder: null });
    expect(document['enclosures']).toMatchObject([
      { name: '1-viewport.png', size: aPng().length, sha256: createHash('sha256').update(aPng()).digest('hex') },
      { name: 'gesprek.txt', mediaType: 'text/plain' },
    ]);
  });

  test('leaves the name out where the letter does, and says nothing of a case or a caseworker', async () => {
    const document = await documentOf(LETTER_CASES['notice-hotline.nl']!());
    expect(document.submitter).toMatchObject({
      name: null,
      email: null,
      withheldUnder: expect.stringContaining('16(2)(c)'),
    });
    const notice = NoticeBuilder.aNotice()
      .identifiedAs({ caseId: '11111111-2222-4333-8444-555555555555' })
      .submittedOn();
    expect(JSON.stringify(await documentOf(factsFor(notice.build())))).not.toMatch(/1111|000000000800/);
  });

  test('says on whose authority the letter speaks, or that it speaks in our own name', async () => {
    expect((await documentOf(LETTER_CASES['notice-mandate.nl']!()))['onBehalfOf']).toBe('power-of-attorney');
    expect((await documentOf(LETTER_CASES['notice.nl']!()))['onBehalfOf']).toBeNull();
  });

  test('says of a person only what was ticked', async () => {
    const document = await documentOf(LETTER_CASES['notice-shared.nl']!());
    expect(document['personConcerned']).toEqual([
      { field: 'username', text: '@oefen_account' },
      { field: 'features', text: 'een tatoeage op de linkerarm' },
    ]);
    expect((await documentOf(LETTER_CASES['notice.en']!()))['personConcerned']).toEqual([]);
  });
});

describe('the schema', () => {
  const example = () => JSON.parse(NOTICE_EXAMPLES['one-address.en']!) as Document;

  test.each([
    ['no address', (one: Document) => ({ ...one, items: [] })],
    ['an address that is none', (one: Document) => ({ ...one, items: [{ ...one.items[0], url: 'ftp://a.example' }] })],
    ['a member it does not know', (one: Document) => ({ ...one, caseId: 'x' })],
    ['another format', (one: Document) => ({ ...one, format: 'seinpost-notice/2' })],
    ['no statement', ({ bonaFide: _bonaFide, ...one }: Document) => one],
    ['no name, without the reason why', (one: Document) => ({ ...one, submitter: { ...one.submitter, name: null } })],
    ['a category of nobody', (one: Document) => ({ ...one, category: 'OTHER' })],
  ])('refuses a document with %s', (_what, change) => {
    expect(faults(example())).toEqual([]);
    expect(faults(change(example()))).not.toEqual([]);
  });

  test('has examples that are what the desk writes today, each of them valid', () => {
    const folder = projectPath('docs', 'notice-examples');
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(NOTICE_EXAMPLES)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const [name, written] of Object.entries(NOTICE_EXAMPLES)) {
      const onRecord = readFileSync(`${folder}/${name}.json`, 'utf8');
      expect(onRecord).toBe(written);
      expect({ name, faults: faults(JSON.parse(onRecord)) }).toEqual({ name, faults: [] });
    }
  });

  test('speaks of every member: none is written that it does not describe', () => {
    const bare: string[] = [];
    const look = (at: string, part: Record<string, unknown>) => {
      const {
        properties = {},
        additionalProperties,
        description,
      } = part as { properties?: Record<string, never> } & Record<string, unknown>;
      if (part['type'] === 'object' && (additionalProperties !== false || typeof description !== 'string'))
        bare.push(at);
      for (const [name, inner] of Object.entries(properties)) look(`${at}/${name}`, inner);
    };
    const { $defs, ...top } = SCHEMA as { $defs: Record<string, Record<string, unknown>> } & Record<string, unknown>;
    look('', top);
    for (const [name, inner] of Object.entries($defs)) look(name, inner);
    expect(bare).toEqual([]);
  });
});

describe('a mail with files', () => {
  test('is the same bytes for the same parts, and each file arrives as it is', async () => {
    const raw = Buffer.from([...Array(256).keys(), 13, 10, 13, 10, 46, 13, 10, 0]);
    const enclosures = [{ name: 'résumé “x”.txt', mediaType: 'text/plain', bytes: raw }];
    const facts = factsFor(NoticeBuilder.aNotice().ready().build(), { enclosures });
    const [one, two] = [await goldenWriter().write(facts), await goldenWriter().write(facts)];
    expect(one.digest).toBe(two.digest);
    const [, file] = (await simpleParser(Buffer.from(one.bytes))).attachments;
    expect([file!.filename, Buffer.compare(file!.content, raw)]).toEqual(['résumé “x”.txt', 0]);
  });

  test('that no server would take is refused before anybody reads it', async () => {
    const enclosures = [{ name: 'groot.mp4', mediaType: 'video/mp4', bytes: Buffer.alloc(8_000_000) }];
    const facts = factsFor(NoticeBuilder.aNotice().ready().build(), { enclosures });
    await expect(goldenWriter().write(facts)).rejects.toMatchObject({
      code: 'letter.too-large',
      facts: { most: 10, files: 1 },
    });
  });
});
