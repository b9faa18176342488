import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { projectPath } from '#adapters/settings/project.js';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { sheetOf, type FormSheet } from '#domain/correspondence/form-sheet.js';
import { FORM_FIELDS, type Channel, type FormField } from '#domain/provider/platform.js';
import { aPlatform, CountingIdentities, factsFor } from '#test/builders/letter-facts.builder.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { FormSheetWriter } from './form-sheet-writer.js';

const FORM: Channel = {
  ...aPlatform().channels[0]!,
  kind: 'web-form',
  address: 'https://platform.example/form',
};
const asking = (...fields: FormField[]): Channel => ({
  ...FORM,
  fields: fields.map((field) => ({ field, required: true })),
});
const facts = (channel: Channel, notice = NoticeBuilder.aNotice(7), but: Partial<LetterFacts> = {}): LetterFacts =>
  factsFor(notice.ready().build(), { channel, platform: aPlatform({ channels: [channel] }), ...but });
const write = (of: LetterFacts) =>
  new FormSheetWriter(projectPath('templates', 'letters'), new CountingIdentities()).write(of);
const sheet = async (of: LetterFacts): Promise<FormSheet> =>
  sheetOf(Buffer.from((await write(of)).bytes).toString('utf8'));
const textOf = async (of: LetterFacts, field: FormField): Promise<string> =>
  (await sheet(of)).fields.find((one) => one.field === field)?.text ?? 'not asked';

describe('the sheet of a form', () => {
  test('has the form’s fields in the form’s own order, and nothing the form does not ask', async () => {
    const { fields, guessed } = await sheet(facts(asking('urls', 'country', 'explanation', 'captcha')));
    expect(fields.map(({ field }) => field)).toEqual(['urls', 'country', 'explanation', 'captcha']);
    expect(guessed).toBe(false);
  });

  test('of a form nobody has seen has the usual fields, and says so', async () => {
    const { fields, guessed } = await sheet(facts({ ...FORM, fields: [] }));
    expect(guessed).toBe(true);
    expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['urls', 'explanation', 'statement']));
  });

  test('knows a way for every field a form may have', async () => {
    const { fields } = await sheet(facts(asking(...FORM_FIELDS)));
    expect(fields).toHaveLength(FORM_FIELDS.length);
    const empty = fields.filter(({ text, way }) => text === '' && way === 'copy').map(({ field }) => field);
    expect(empty).toEqual(['location', 'user-name', 'server', 'search-terms']);
  });

  test('tells what the form demands that no sheet can give', async () => {
    const channel = { ...asking('urls', 'email-verification'), limits: { ...FORM.limits, needsCaptcha: true } };
    expect((await sheet(facts(channel))).demands).toEqual(['captcha', 'email-confirmation']);
  });

  test('is frozen under its digest, differs each time it is written, and answers come back by its token', async () => {
    const writer = new FormSheetWriter(projectPath('templates', 'letters'), new CountingIdentities());
    const of = facts(asking('urls'));
    const [one, other] = [await writer.write(of), await writer.write(of)];
    expect(one.digest).toBe(createHash('sha256').update(one.bytes).digest('hex'));
    expect(one.digest).not.toBe(other.digest);
    expect(one).toMatchObject({ format: 'form-sheet', recipient: 'https://platform.example/form' });
    expect(one.sender).toBe('meldpunt+0123456789abcdef0123456789abcdef@desk.practice.example');
  });

  test('gives the address the platform knows us by, where it asked for one', async () => {
    const channel = { ...asking('email'), senderAddress: 'flagger@desk.practice.example' };
    expect(await textOf(facts(channel), 'email')).toBe('flagger@desk.practice.example');
  });

  test('leaves name and address out only where every ground relied on allows it', async () => {
    const channel = asking('contact-name', 'email');
    const nameless = (...codes: string[]) => {
      const grounds = codes.map((code) => ({ code, explanation: 'Reasons.' }));
      const answers = { ...ANSWERED, withoutName: true };
      const notice = NoticeBuilder.aNotice(7).saying({ grounds, answers }).build();
      return factsFor(notice, { channel, platform: aPlatform({ channels: [channel] }) });
    };
    expect(await textOf(nameless('SR252'), 'contact-name')).toBe('');
    expect(await textOf(nameless('SR252'), 'email')).toBe('');
    expect(await textOf(nameless('SR252', 'AW21'), 'contact-name')).not.toBe('');
  });

  test('speaks the language of the notice', async () => {
    expect(await textOf(facts(asking('country')), 'country')).toBe('Netherlands');
    const dutch = NoticeBuilder.aNotice(7).saying({ language: 'nl' });
    expect(await textOf(facts(asking('country'), dutch), 'country')).toBe('Nederland');
  });

  test('goes to no address that is not in the register as a form of that platform', async () => {
    const other = facts(FORM, NoticeBuilder.aNotice(7), { platform: aPlatform() });
    await expect(write(other)).rejects.toMatchObject({ code: 'letter.recipient-not-registered' });
  });
});

describe('the explanation on a sheet', () => {
  const LONG = 'The person portrayed never agreed to publication. '.repeat(8).trim();
  const notice = NoticeBuilder.aNotice(7).saying({ grounds: [{ code: 'AW21', explanation: LONG }] });
  const within = (maxChars: number): Channel => ({ ...asking('explanation'), limits: { ...FORM.limits, maxChars } });

  test('says what the law asks and the form has no field for', async () => {
    const text = await textOf(facts(asking('explanation'), notice), 'explanation');
    expect(text).toContain(LONG);
    expect(text).toMatch(/Article 21/);
    expect(text).toMatch(/TF-2026-000007/);
    expect(text).toMatch(/Trusted flagger \(Article 22 DSA\), designated by .* on 15 July 2025/);
    expect(text).toMatch(/bona fide belief/);
  });

  test.each(['en', 'nl'] as const)(
    'says in %s on whose behalf, in the role or else beside the reasons',
    async (language) => {
      const spoken = NoticeBuilder.aNotice(7).saying({ language });
      const of = (mandate: LetterFacts['mandate'], ...fields: FormField[]) =>
        facts(asking(...fields), spoken, { mandate });
      const claim = { en: 'on behalf of the relatives', nl: 'namens de nabestaanden' }[language];
      expect(await textOf(of('relative', 'role', 'explanation'), 'role')).toContain(claim);
      expect(await textOf(of('relative', 'role', 'explanation'), 'explanation')).not.toContain(claim);
      expect(await textOf(of('relative', 'explanation'), 'explanation')).toContain(claim);
      expect(await textOf(of(null, 'role', 'explanation'), 'role')).toMatch(
        /not the person concerned|niet de betrokkene/,
      );
      expect(await textOf(of(null, 'explanation'), 'explanation')).not.toMatch(/on behalf of|namens/);
    },
  );

  test('repeats nothing the form asks elsewhere', async () => {
    const text = await textOf(facts(asking('explanation', 'statement', 'designation'), notice), 'explanation');
    expect(text).not.toMatch(/bona fide|designated by/);
  });

  const placed = notice.locatedBy('video', 'at 00:41');

  test.each([570, 620, 700, 900])('of at most %d characters leaves out what is needed least', async (most) => {
    const text = await textOf(facts(within(most), placed), 'explanation');
    expect(text).toContain(LONG);
    expect(text).toContain('at 00:41');
    expect(text).toMatch(/bona fide belief/);
    expect(text.length).toBeLessThanOrEqual(most);
  });

  test('of which something is left out says so to whoever reads it, and not to the platform', async () => {
    const [all, part] = [await write(facts(within(9000), placed)), await write(facts(within(570), placed))];
    const head = 'This does not go along, because there is no room for it:';
    expect(all.text).not.toContain(head);
    expect(part.text.split(head)[1]).toContain('Our reference');
    expect(Buffer.from(part.bytes).toString()).not.toContain(head);
  });

  test('is refused where reasons, location and statement do not fit; a form with a box for the statement takes it', async () => {
    await expect(write(facts(within(450), placed))).rejects.toMatchObject({
      code: 'letter.explanation-limit',
      facts: { most: 450 },
    });
    const boxed = { ...asking('explanation', 'statement'), limits: { ...FORM.limits, maxChars: 450 } };
    expect(await textOf(facts(boxed, placed), 'explanation')).toContain('at 00:41');
  });

  test.each([
    ['en', 'before, on 1 November 2026, under TF-2026-000007', 'posted on 1 May 2024'],
    ['nl', 'eerder, op 1 november 2026, onder TF-2026-000007', 'geplaatst op 1 mei 2024'],
  ] as const)('says in %s what it follows up, and when it was posted', async (language, earlier, posted) => {
    const arose = {
      as: 'follow-up',
      from: 'x',
      reference: 'TF-2026-000007',
      sentAt: '2026-10-31T23:30:00.000Z',
    } as const;
    const spoken = NoticeBuilder.aNotice(8).saying({ language, answers: { ...ANSWERED, arose } });
    const text = await textOf(facts(asking('explanation'), spoken.postedOn('2024-05-01')), 'explanation');
    expect(text).toContain(earlier);
    expect(text).toContain(posted);
    const copied = spoken.saying({ answers: { ...ANSWERED, arose: { ...arose, as: 'copy' } } });
    expect(await textOf(facts(asking('explanation'), copied), 'explanation')).not.toMatch(/000007/);
  });

  test('begins with the danger to somebody’s life', async () => {
    const answers = {
      ...ANSWERED,
      danger: 'suicidal' as const,
      heeded: { by: 'x', at: '2026-11-02T08:00:00.000Z' },
    };
    expect(await textOf(facts(asking('explanation'), notice.saying({ answers })), 'explanation')).toMatch(/^URGENT/);
  });

  test('of a withdrawal withdraws', async () => {
    const sent = NoticeBuilder.aNotice(7).sentOn('2026-11-19T10:00:00Z').build();
    const channel = asking('explanation');
    const of = factsFor(sent, { channel, platform: aPlatform({ channels: [channel] }), purpose: 'withdrawal' });
    expect(await textOf(of, 'explanation')).toMatch(/WITHDRAWAL OF NOTICE \[TF-2026-000007\]/);
  });
});
