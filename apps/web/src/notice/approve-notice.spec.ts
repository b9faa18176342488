import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { Role } from '#domain/access/role.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { accountOf, DeskVisit } from '#test/visits/desk-visit.js';
import { NoticeInQuestion, ASKING_GROUND, WHY } from '#test/visits/notice-in-question.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let author: DeskVisit;
let reviewer: DeskVisit;
let last = 0;
let notice: NoticeInQuestion;

const signedIn = async (role: Role): Promise<DeskVisit> => {
  const visit = new DeskVisit(app);
  await visit.signIn(role);
  return visit;
};

beforeAll(async () => {
  ({ app, scene, visitor: author } = await openScene({ approval: { always: false, grounds: [ASKING_GROUND] } }));
  reviewer = await signedIn('reviewer');
});
afterAll(() => app.close());

beforeEach(async () => {
  last += 1;
  notice = await NoticeInQuestion.put(app, scene, last);
});

describe('a notice on a ground that asks for a second person', () => {
  test('cannot be sent from the page of the letter, which says why and offers the way', async () => {
    const { text } = await author.get(await notice.toCheck(author));
    expect(text).toContain('Ter controle aanbieden');
    expect(text).toContain('Uw organisatie vraagt controle bij deze rechtsgrond.');
    expect(text).not.toContain('Melding versturen');
  });

  test('another ground leaves as it always did', async () => {
    notice = await NoticeInQuestion.put(app, scene, 400, 'AW21');
    const check = await notice.toCheck(author);
    expect((await author.get(check)).text).toContain('Melding versturen');
    expect((await notice.send(author, check.split('/').at(-1)!)).status).toBe(303);
  });

  test('goes from its author over the reviewer back to its author, and leaves as it was approved', async () => {
    const digest = await notice.ask(author);
    expect((await author.get(`/notices/${notice.id}`)).text).toContain('Wacht op controle');
    const list = (await reviewer.get('/approvals')).text;
    for (const said of [notice.reference, 'Oefenmedewerker', 'nog geen uur']) expect(list).toContain(said);
    const page = (await reviewer.get(`/approvals/${notice.id}`)).text;
    for (const said of [WHY, digest, `/approvals/${notice.id}/approve/${digest}`]) expect(page).toContain(said);
    const done = await notice.approve(reviewer, digest);
    expect([done.status, done.headers['location']]).toEqual([303, '/approvals']);
    expect((await reviewer.get('/approvals')).text).toContain(`Melding ${notice.reference} is goedgekeurd.`);
    const { text } = await author.get(`/notices/${notice.id}`);
    expect(text).toContain('Goedgekeurd door Oefenbeoordelaar');
    expect(text).toContain(`/notices/${notice.id}/check/${digest}`);
    expect((await author.get('/work')).text).toContain('id="work-approved"');
    expect((await notice.send(author, digest)).status).toBe(303);
    const { deliveries } = await notice.whole();
    expect(deliveries.map(({ letterDigest }) => letterDigest)).toEqual([digest]);
  });

  test('comes back with the reason, which its author reads and answers; the next reader sees what changed', async () => {
    const digest = await notice.ask(author);
    const silent = await notice.giveBack(reviewer, digest, '');
    expect([silent.status, await notice.status()]).toEqual([422, 'ready']);
    expect(silent.text).toContain('Schrijf op waarom u de melding terugstuurt');
    const reason = 'Schrijf erbij <b>wanneer</b> dit gebeurde.';
    expect((await notice.giveBack(reviewer, digest, reason)).status).toBe(303);
    expect((await author.get(`/notices/${notice.id}`)).text).toContain('Schrijf erbij &lt;b&gt;wanneer');
    expect((await author.get('/work')).text).toContain('id="work-returned"');
    expect((await notice.edit(author, `${WHY} It began in May.`)).status).toBe(303);
    await notice.ask(author);
    const { text } = await reviewer.get(`/approvals/${notice.id}`);
    expect(text).toContain('Veranderd sinds de melding is teruggestuurd');
    expect(text).toMatch(/<ins>.*It.*began.*May/s);
    expect(JSON.stringify(await notice.events())).not.toContain('wanneer');
  });

  test('can be taken back by its author, before and after it was approved', async () => {
    await notice.ask(author);
    expect([(await notice.takeBack(author)).status, await notice.status()]).toEqual([303, 'draft']);
    await notice.approve(reviewer, await notice.ask(author));
    expect([(await notice.takeBack(author)).status, await notice.status()]).toEqual([303, 'draft']);
    expect((await notice.takeBack(author)).status).toBe(409);
  });
});

test('somebody in training needs a second person on any ground, until they have learnt', async () => {
  notice = await NoticeInQuestion.put(app, scene, 300, 'AW21');
  const learning = (is: boolean) =>
    app
      .get(DataSource)
      .query('update users set in_training = $1 where email = $2', [is, accountOf('caseworker').email]);
  await learning(true);
  const check = await notice.toCheck(author);
  expect((await author.get(check)).text).toContain('wordt nog ingewerkt');
  expect((await author.post(check, { version: await notice.version(), bonaFide: 'yes' })).status).toBe(422);
  await learning(false);
  expect((await author.get(check)).text).toContain('Melding versturen');
  expect((await author.post(check, { version: await notice.version(), bonaFide: 'yes' })).status).toBe(303);
});

test.each(['caseworker', 'auditor', 'administrator'] as const)(
  'a person with the role %s judges nothing',
  async (role) => {
    const digest = await notice.ask(author);
    const visit = await signedIn(role);
    for (const path of ['/approvals', `/approvals/${notice.id}`]) expect((await visit.get(path)).status).toBe(403);
    expect((await notice.approve(visit, digest)).status).toBe(403);
    expect(await notice.status()).toBe('ready');
  },
);
