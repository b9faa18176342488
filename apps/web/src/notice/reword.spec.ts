import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import type { ReasonedGround } from '#domain/ground/reasoned-ground.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
  const scope = { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' } as const;
  const answers = { ...UNANSWERED, scope };
  await scene.notices(
    NoticeBuilder.aNotice(1).saying({ answers }).build(),
    NoticeBuilder.aNotice(2)
      .saying({ answers: { ...answers, expression: 'Geen debat.' } })
      .build(),
  );
});
afterAll(() => app.close());

const at = (way: string): string => `/notices/${uuid(1)}/grounds/AW21/${way}`;
const asked = (text: string): string => /name="asked" value="([^"]+)"/.exec(text)![1]!;

test('reasons are put in one’s own words, what was answered stays, and the questions say so', async () => {
  const questions = await visitor.get(`${at('explain')}?back=write`);
  const answer = { version: '1', asked: asked(questions.text), q1: 'Herkenbaar aan het gezicht.' };
  expect((await visitor.post(at('explain'), answer)).status).toBe(303);
  const [{ second }] = (await app.get(NoticeFile).whole(uuid(1))).notice.content.grounds as [ReasonedGround];
  expect(second).toMatchObject({ language: 'nl', version: 1 });
  expect(second!.explanation).toContain('Herkenbaar aan het gezicht.');
  const page = await visitor.get(at('reword'));
  expect(page.text).toContain('Herkenbaar aan het gezicht.');
  const own = 'In mijn eigen woorden: de persoon is herkenbaar en gaf geen toestemming.';
  expect((await visitor.post(at('reword'), { version: '2', text: own })).status).toBe(303);
  const again = (await visitor.get(at('explain'))).text;
  expect([again.includes(own), again.includes('Herkenbaar aan het gezicht.')]).toEqual([true, true]);
});

test('in a second language they are written by hand too, and stand there again', async () => {
  const page = await visitor.get(at('reword'));
  expect([page.text.includes('id="second"'), page.text.includes('Recognis')]).toEqual([true, false]);
  const version = /name="version" value="(\d+)"/.exec(page.text)![1]!;
  const form = { version, text: 'Herkenbaar, in mijn eigen woorden.', second: 'In my own words: recognisable.' };
  expect((await visitor.post(at('reword'), form)).status).toBe(303);
  expect((await visitor.get(at('reword'))).text).toContain('In my own words: recognisable.</textarea>');
});

test('reasons of more than 10,000 characters are refused at their field, and stay in it', async () => {
  const page = await visitor.get(at('reword'));
  const version = /name="version" value="(\d+)"/.exec(page.text)![1]!;
  const long = await visitor.post(at('reword'), { version, text: `begin ${'x'.repeat(10_000)} einde` });
  expect(long.status).toBe(422);
  for (const says of ['href="#text"', 'De redenen zijn 10.012 tekens lang', 'einde</textarea>']) {
    expect(long.text).toContain(says);
  }
});

test('a notice whose scope was asked does not leave before freedom of expression was weighed', async () => {
  const [one, other] = await Promise.all([uuid(1), uuid(2)].map((id) => visitor.get(`/notices/${id}/write`)));
  expect(one!.text).toContain('Leg uit hoe u de vrijheid van meningsuiting woog');
  expect(other!.text).not.toContain('Leg uit hoe u de vrijheid');
});
