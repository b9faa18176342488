import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { GatherEnclosures } from '#application/evidence/gather-enclosures.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { UNANSWERED, type Imagery } from '#domain/notice/notice-answers.js';
import { aJpeg, aPdf, aPng, aText, aZip } from '#test/builders/files.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { EvidenceVisit } from '#test/visits/evidence-visit.js';

let at: EvidenceVisit;
let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  at = await EvidenceVisit.open();
  ({ app, scene, visitor } = at);
}, 60_000);
afterAll(() => app.close());

const draft = (imagery?: Imagery, code?: string) => at.draft(imagery, code);
const attachments = (id: string) => at.attachments(id);
const answersOf = (id: string) => at.answersOf(id);
const page = (id: string) => at.page(id);
const stored = () => at.stored();
const add = (id: string, ...files: [string, Uint8Array][]) => at.add(id, ...files);

describe('own files', () => {
  test('are kept by digest, and go along only when a person says so of each', async () => {
    const id = await draft();
    const answer = await add(id, ['scherm.png', aPng()], ['gesprek.txt', aText()]);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/notices/${id}/write/evidence`]);
    const [first, second] = await attachments(id);
    expect([first!.name, first!.mediaType, second!.name]).toEqual(['scherm.png', 'image/png', 'gesprek.txt']);
    expect(Buffer.from(await app.get(EvidenceStore).read(first!.digest))).toEqual(Buffer.from(aPng()));
    expect((await answersOf(id)).enclosed).toBeUndefined();
    const shown = await page(id);
    expect(shown.text).toContain('Blijft hier');
    expect(shown.text).not.toContain('Gaat mee');
    const version = /name="version" value="(\d+)"/.exec(shown.text)![1]!;
    await visitor.post(`/notices/${id}/enclosures/${first!.id}`, { version, goes: 'yes' });
    expect((await answersOf(id)).enclosed).toMatchObject([{ digest: first!.digest, name: 'scherm.png' }]);
    expect((await page(id)).text).toContain('Gaat mee');
    await visitor.post(`/notices/${id}/attachments/${first!.id}/remove`, {});
    expect((await attachments(id)).map(({ name }) => name)).toEqual(['gesprek.txt']);
    expect((await answersOf(id)).enclosed).toEqual([]);
  });

  test('are shown by the ladder, or handed over; one that was taken away is not', async () => {
    const id = await draft();
    await add(id, ['foto.jpg', aJpeg()], ['brief.pdf', aPdf()]);
    const [photo, letter] = await attachments(id);
    const shown = await visitor.get(`/evidence/${photo!.id}`);
    expect([shown.headers['content-type'], shown.headers['content-disposition']]).toEqual([
      'image/jpeg',
      'inline; filename="foto.jpg"',
    ]);
    const handed = await visitor.get(`/evidence/${letter!.id}`);
    expect(handed.headers['content-type']).toBe('application/octet-stream');
    expect(handed.headers['content-security-policy']).toContain('sandbox');
    await page(id);
    await visitor.post(`/notices/${id}/attachments/${photo!.id}/remove`, {});
    expect((await visitor.get(`/evidence/${photo!.id}`)).status).toBe(422);
  });

  test('that are not what they must be are refused one by one; the others stay', async () => {
    const id = await draft();
    const answer = await add(
      id,
      ['goed.png', aPng()],
      ['bom.png', aZip()],
      ['foto.pdf.exe', aPng(3)],
      ['tekening.svg', aText('<svg onload="alert(1)"/>')],
      ['leeg.txt', new Uint8Array()],
    );
    expect(answer.status).toBe(422);
    for (const words of [
      'Wel toegevoegd: 1',
      'bom.png is niet',
      'foto.pdf.exe is niet',
      'tekening.svg is niet',
      'leeg.txt is leeg',
    ]) {
      expect(answer.text).toContain(words);
    }
    expect((await attachments(id)).map(({ name }) => name)).toEqual(['goed.png']);
  });

  test('have names that lead nowhere and read as they are', async () => {
    const id = await draft();
    await add(id, ['../../../etc/passwd', aText()], ['gnp.\u202ecod\u2069.png', aPng()], ['a.php.png', aPng(9)]);
    expect((await attachments(id)).map(({ name }) => name)).toEqual(['passwd.txt', 'gnp cod.png', 'a php.png']);
  });

  test('are ten at a time and twenty in all', async () => {
    const id = await draft();
    const files = Array.from({ length: 100 }, (_, n): [string, Uint8Array] => [`f${n}.png`, aPng(n + 1)]);
    expect((await add(id, ...files)).text).toContain('ten hoogste 10 bestanden tegelijk');
    expect(await attachments(id)).toHaveLength(10);
    await page(id);
    await add(id, ...files.slice(10, 20));
    await page(id);
    expect((await add(id, ...files.slice(20, 21))).text).toContain('ten hoogste 20 eigen bestanden');
    expect(await attachments(id)).toHaveLength(20);
  }, 30_000);

  test('of 50 MB are refused, and the desk goes on', async () => {
    const id = await draft();
    const answer = await add(id, ['groot.png', aPng(50_000_000)]);
    expect([answer.status, answer.text.includes('groot.png is te groot')]).toEqual([422, true]);
    await page(id);
    expect((await add(id, ['klein.png', aPng()])).status).toBe(303);
  }, 30_000);

  test('with the same bytes are one, also when two come at once', async () => {
    const id = await draft();
    await Promise.all([add(id, ['een.png', aPng()]), add(id, ['twee.png', aPng()])]);
    await page(id);
    await add(id, ['drie.png', aPng()]);
    expect(await attachments(id)).toHaveLength(1);
  });

  test('are asked for where none was chosen', async () => {
    const id = await draft();
    expect((await visitor.post(`/notices/${id}/attachments`, {})).text).toContain('Kies eerst een of meer bestanden');
    expect((await add(id, ['', new Uint8Array()])).status).toBe(422);
  });
});

describe('what may not be possessed', () => {
  test.each([
    ['a sexual image of somebody who may be a child', 'sexual-minor', 'AW21'],
    ['a ground that forbids any capture', 'none', 'SR252'],
  ] as const)('never comes in: %s', async (_what, imagery, code) => {
    const id = await draft(imagery, code);
    const unlike = aPng(5_000 + at.next());
    const kept = await stored();
    const answer = await add(id, ['beeld.png', unlike]);
    expect([answer.status, answer.text.includes('naar de hotline')]).toEqual([422, true]);
    expect([await attachments(id), await stored()]).toEqual([[], kept]);
    expect((await page(id)).text).not.toContain('type="file"');
  });

  test('nor where nobody looked at what can be seen', async () => {
    const notice = NoticeBuilder.aNotice(at.next()).saying({ answers: UNANSWERED }).build();
    await scene.notices(notice);
    await page(notice.id);
    expect((await add(notice.id, ['beeld.png', aPng()])).text).toContain('Beantwoord eerst de vraag wat er te zien is');
  });

  test('nor a picture where a ground keeps no more than facts', async () => {
    const id = await draft('none', 'SR317');
    expect((await add(id, ['beeld.png', aPng()])).text).toContain('bewaren wij alleen tekst');
    await page(id);
    expect((await add(id, ['woorden.txt', aText()])).status).toBe(303);
  });
});

describe('what leaves', () => {
  test('is shown file by file before anybody sends it: names, sizes, digests, the notice itself first', async () => {
    const notice = NoticeBuilder.aNotice(at.next()).build();
    await scene.notices(notice);
    const { id } = notice;
    await page(id);
    await add(id, ['scherm.png', aPng()]);
    const [file] = await attachments(id);
    await page(id);
    const version = async () => ({ version: String((await app.get(NoticeFile).whole(id)).notice.version) });
    await visitor.post(`/notices/${id}/enclosures/${file!.id}`, { ...(await version()), goes: 'yes' });
    await visitor.get(`/notices/${id}`);
    const prepared = await visitor.post(`/notices/${id}/prepare`, await version());
    const { text } = await visitor.get(String(prepared.headers['location']));
    expect(text).toMatch(new RegExp(`Bijlagen[^]*notice.json[^]*scherm.png[^]*SHA-256[^]*${file!.digest}`));
  });

  test('is nothing of what turned out to be for the hotline, and nobody opens it here', async () => {
    const id = await draft();
    await add(id, ['beeld.png', aPng(99)]);
    const [file] = await attachments(id);
    await page(id);
    const seen = async () => String((await app.get(NoticeFile).whole(id)).notice.version);
    await visitor.post(`/notices/${id}/enclosures/${file!.id}`, { version: await seen(), goes: 'yes' });
    await visitor.get(`/notices/${id}/write/imagery`);
    await visitor.post(`/notices/${id}/write/imagery`, { version: await seen(), imagery: 'sexual-minor' });
    expect((await visitor.get(`/evidence/${file!.id}`)).text).toContain('Niemand opent hier de bestanden');
    expect((await page(id)).text).toContain('Er liggen al bestanden');
    const { notice } = await app.get(NoticeFile).whole(id);
    const gathered = app.get(GatherEnclosures).run(notice, { kind: 'email' });
    await expect(gathered).rejects.toMatchObject({ code: 'attachment.forbidden' });
  });
});
