import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { Role } from '#domain/access/role.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { accountOf, DeskVisit } from '#test/visits/desk-visit.js';
import { NoticeInQuestion, ASKING_GROUND, WHY } from '#test/visits/notice-in-question.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let author: DeskVisit;
let reviewer: DeskVisit;
let supervisor: DeskVisit;
let last = 0;
let notice: NoticeInQuestion;

const signedIn = async (role: Role): Promise<DeskVisit> => {
  const visit = new DeskVisit(app);
  await visit.signIn(role);
  return visit;
};

beforeAll(async () => {
  ({ app, scene, visitor: author } = await openScene({ approval: { always: false, grounds: [ASKING_GROUND] } }));
  [reviewer, supervisor] = [await signedIn('reviewer'), await signedIn('supervisor')];
});
afterAll(() => app.close());

beforeEach(async () => {
  last += 1;
  notice = await NoticeInQuestion.put(app, scene, last);
});

describe('tricks (F72)', () => {
  const refused = async (answer: { status: number }, rule: string): Promise<void> => {
    expect([409, 422]).toContain(answer.status);
    expect((await notice.refusals()).at(-1)).toBe(rule);
  };

  test('own work: a supervisor who wrote it finds no button, and the form is refused and recorded', async () => {
    const digest = await notice.ask(supervisor);
    const { text } = await supervisor.get(`/approvals/${notice.id}`);
    expect(text).toContain('U schreef mee aan deze melding');
    expect(text).not.toContain(`/approve/${digest}`);
    expect((await supervisor.get('/approvals')).text).toContain('Uw eigen werk');
    await refused(await notice.approve(supervisor, digest), 'notice.approval-by-author');
    expect(await notice.status()).toBe('ready');
  });

  test('two roles in one person: an author who became a reviewer since is still its author', async () => {
    const digest = await notice.ask(author);
    const { email } = accountOf('caseworker');
    const role = async (to: Role) => {
      await app.get(DataSource).query('update users set role = $1 where email = $2', [to, email]);
      await author.signIn('caseworker'); // to the same account; an earlier session ends with the earlier role
    };
    await role('reviewer');
    try {
      await refused(await notice.approve(author, digest), 'notice.approval-by-author');
    } finally {
      await role('caseworker');
    }
    expect(await notice.status()).toBe('ready');
  });

  test('change first, approve then: whoever edits becomes an author', async () => {
    await notice.ask(author);
    expect((await notice.edit(supervisor, `${WHY} Changed by the second person.`)).status).toBe(303);
    const digest = await notice.ask(author);
    await refused(await notice.approve(supervisor, digest), 'notice.approval-by-author');
  });

  test('change after approval: the approval is void, the timeline says so, and the old letter does not leave', async () => {
    const digest = await notice.ask(author);
    await notice.approve(reviewer, digest);
    expect((await notice.edit(author, `${WHY} One more word.`)).status).toBe(303);
    expect(await notice.status()).toBe('draft');
    expect((await notice.events()).at(-1)?.kind).toBe('notice-approval-voided');
    expect((await notice.send(author, digest)).status).toBe(409);
    await notice.toCheck(author);
    await refused(await notice.send(author, digest), 'notice.approval-needed');
    expect((await notice.whole()).deliveries).toEqual([]);
  });

  test('approving twice, in a row and by two at once: it counts once', async () => {
    const digest = await notice.ask(author);
    const seen = await notice.version();
    const pressed = await Promise.all([
      notice.approve(reviewer, digest, { version: seen }),
      notice.approve(supervisor, digest, { version: seen }),
    ]);
    expect(pressed.map((answer) => answer.status).sort()).toEqual([303, 409]);
    expect((await notice.approve(reviewer, digest, { version: seen })).status).toBe(409);
    await refused(await notice.approve(reviewer, digest), 'notice.status-cannot-follow');
    expect((await notice.events()).filter(({ kind }) => kind === 'notice-approved')).toHaveLength(1);
  });

  test('approving another letter than the one that is asked about', async () => {
    const old = await notice.ask(author);
    await notice.edit(author, `${WHY} And a second sentence.`);
    await notice.ask(author);
    await refused(await notice.approve(reviewer, old), 'letter.changed-since-preview');
    expect((await notice.approve(reviewer, 'f'.repeat(64))).status).toBe(404);
    expect(await notice.status()).toBe('ready');
  });

  test('skipping the second person by address: sending what is only ready or only offered', async () => {
    const check = await notice.toCheck(author);
    await refused(
      await author.post(check, { version: await notice.version(), bonaFide: 'yes' }),
      'notice.approval-needed',
    );
    const digest = await notice.ask(author);
    await refused(await notice.send(author, digest), 'notice.approval-needed');
    expect((await notice.whole()).deliveries).toEqual([]);
  });

  test('approving what nobody asks about', async () => {
    const digest = (await notice.toCheck(author)).split('/').at(-1)!;
    await refused(await notice.approve(reviewer, digest), 'notice.approval-not-asked');
    expect((await reviewer.get(`/approvals/${notice.id}`)).status).toBe(409);
  });

  test('fields that the form does not have are refused', async () => {
    const digest = await notice.ask(author);
    await reviewer.get(`/approvals/${notice.id}/approve/${digest}`);
    const fields = { version: await notice.version(), approvedBy: uuid(800), status: 'approved' };
    expect((await reviewer.post(`/approvals/${notice.id}/approve/${digest}`, fields)).status).toBe(422);
    expect(await notice.status()).toBe('ready');
  });
});
