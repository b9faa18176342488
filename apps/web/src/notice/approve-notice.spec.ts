import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { EventLog } from '#application/event-log.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import type { Role } from '#domain/access/role.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { accountOf, DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

/** The organisation asks for a second person on this ground only. */
const GROUND = 'AVG6';
const WORDS = { platform: 'practice', contentType: 'post', measure: 'remove', manipulated: 'none', language: 'en' };
const WHY = 'The person portrayed never agreed to publication and is harmed by it at school.';

let app: NestExpressApplication;
let scene: DeskScene;
let author: DeskVisit;
let reviewer: DeskVisit;
let supervisor: DeskVisit;
let last = 0;
/** The notice of this test. */
let id = '';

const signedIn = async (role: Role): Promise<DeskVisit> => {
  const visit = new DeskVisit(app);
  await visit.signIn(role);
  return visit;
};

beforeAll(async () => {
  ({ app, scene, visitor: author } = await openScene({ approval: { always: false, grounds: [GROUND] } }));
  [reviewer, supervisor] = [await signedIn('reviewer'), await signedIn('supervisor')];
});
afterAll(() => app.close());

beforeEach(async () => {
  last += 1;
  await scene.notices(
    NoticeBuilder.aNotice(last)
      .saying({ grounds: [{ code: GROUND, explanation: WHY }] })
      .build(),
  );
  id = uuid(last);
});

const whole = () => app.get(NoticeFile).whole(id);
const version = async () => String((await whole()).notice.version);
const status = async () => (await whole()).notice.status;
const reference = () => `TF-2026-${String(last).padStart(6, '0')}`;
const events = async () => (await app.get(EventLog).of('notice', id)).map(({ kind }) => kind);

/** The page of the letter, made ready. */
async function toCheck(visit = author): Promise<string> {
  await visit.get(`/notices/${id}`);
  const done = await visit.post(`/notices/${id}/prepare`, { version: await version() });
  expect(done.status).toBe(303);
  return String(done.headers['location']);
}

/** Offers the notice; answers the digest of its letter. */
async function ask(visit = author): Promise<string> {
  const check = await toCheck(visit);
  expect((await visit.post(`${check}/ask`, { version: await version() })).status).toBe(303);
  return check.split('/').at(-1)!;
}

const approve = async (visit: DeskVisit, digest: string, seen?: string) => {
  await visit.get(`/approvals/${id}/approve/${digest}`);
  return visit.post(`/approvals/${id}/approve/${digest}`, { version: seen ?? (await version()) });
};

const edit = async (visit: DeskVisit, explanation: string) => {
  await visit.get(`/notices/${id}/edit`);
  const addresses = `http://127.0.0.1:3301/posts/${last}`;
  const written = { ...WORDS, addresses, ground: GROUND, explanation, version: await version() };
  return visit.post(`/notices/${id}/edit`, written);
};

const send = async (visit: DeskVisit, digest: string) => {
  await visit.get(`/notices/${id}/check/${digest}`);
  return visit.post(`/notices/${id}/check/${digest}`, { version: await version(), bonaFide: 'yes' });
};

describe('a notice on a ground that asks for a second person', () => {
  test('cannot be sent from the page of the letter, which says why and offers the way', async () => {
    const { text } = await author.get(await toCheck());
    expect(text).toContain('Ter controle aanbieden');
    expect(text).toContain('Uw organisatie vraagt controle bij deze rechtsgrond.');
    expect(text).not.toContain('Melding versturen');
  });

  test('another ground leaves as it always did', async () => {
    await scene.notices(NoticeBuilder.aNotice(400 + last).build());
    id = uuid(400 + last);
    const check = await toCheck();
    expect((await author.get(check)).text).toContain('Melding versturen');
    expect((await send(author, check.split('/').at(-1)!)).status).toBe(303);
  });

  test('goes from its author over the reviewer back to its author, and leaves as it was approved', async () => {
    const digest = await ask();
    expect((await author.get(`/notices/${id}`)).text).toContain('Wacht op controle');
    const list = (await reviewer.get('/approvals')).text;
    for (const said of [reference(), 'Oefenmedewerker', 'nog geen uur']) expect(list).toContain(said);
    const page = (await reviewer.get(`/approvals/${id}`)).text;
    for (const said of [WHY, digest, `/approvals/${id}/approve/${digest}`]) expect(page).toContain(said);
    const done = await approve(reviewer, digest);
    expect([done.status, done.headers['location']]).toEqual([303, '/approvals']);
    expect((await reviewer.get('/approvals')).text).toContain(`Melding ${reference()} is goedgekeurd.`);
    const { text } = await author.get(`/notices/${id}`);
    expect(text).toContain('Goedgekeurd door Oefenbeoordelaar');
    expect(text).toContain(`/notices/${id}/check/${digest}`);
    expect((await author.get('/work')).text).toContain('id="work-approved"');
    expect((await send(author, digest)).status).toBe(303);
    const { deliveries } = await whole();
    expect(deliveries.map(({ letterDigest }) => letterDigest)).toEqual([digest]);
  });

  test('comes back with the reason, which its author reads and answers; the next reader sees what changed', async () => {
    const digest = await ask();
    await reviewer.get(`/approvals/${id}/return/${digest}`);
    const silent = await reviewer.post(`/approvals/${id}/return/${digest}`, { version: await version() });
    expect([silent.status, await status()]).toEqual([422, 'ready']);
    expect(silent.text).toContain('Schrijf op waarom u de melding terugstuurt');
    const reason = 'Schrijf erbij <b>wanneer</b> dit gebeurde.';
    const given = await reviewer.post(`/approvals/${id}/return/${digest}`, { version: await version(), reason });
    expect(given.status).toBe(303);
    expect((await author.get(`/notices/${id}`)).text).toContain('Schrijf erbij &lt;b&gt;wanneer');
    expect((await author.get('/work')).text).toContain('id="work-returned"');
    expect((await edit(author, `${WHY} It began in May.`)).status).toBe(303);
    await ask();
    const { text } = await reviewer.get(`/approvals/${id}`);
    expect(text).toContain('Veranderd sinds de melding is teruggestuurd');
    expect(text).toMatch(/<ins>.*It.*began.*May/s);
    expect(JSON.stringify(await app.get(EventLog).of('notice', id))).not.toContain('wanneer');
  });

  test('can be taken back by its author, before and after it was approved', async () => {
    const takeBack = async () => {
      await author.get(`/notices/${id}`);
      return author.post(`/notices/${id}/take-back`, { version: await version() });
    };
    await ask();
    expect([(await takeBack()).status, await status()]).toEqual([303, 'draft']);
    await approve(reviewer, await ask());
    expect([(await takeBack()).status, await status()]).toEqual([303, 'draft']);
    expect((await takeBack()).status).toBe(409);
  });
});

describe('tricks (F72)', () => {
  const refused = async (answer: { status: number }, rule: string): Promise<void> => {
    expect([409, 422]).toContain(answer.status);
    const found = (await app.get(EventLog).of('notice', id)).filter(({ kind }) => kind.endsWith('-refused'));
    expect(found.at(-1)?.facts).toEqual({ rule });
  };

  test('own work: a supervisor who wrote it finds no button, and the form is refused and recorded', async () => {
    const digest = await ask(supervisor);
    const { text } = await supervisor.get(`/approvals/${id}`);
    expect(text).toContain('U schreef mee aan deze melding');
    expect(text).not.toContain(`/approve/${digest}`);
    expect((await supervisor.get('/approvals')).text).toContain('Uw eigen werk');
    await refused(await approve(supervisor, digest), 'notice.approval-by-author');
    expect(await status()).toBe('ready');
  });

  test('two roles in one person: an author who became a reviewer since is still its author', async () => {
    const digest = await ask();
    const { email } = accountOf('caseworker');
    const role = async (to: Role) => {
      await app.get(DataSource).query('update users set role = $1 where email = $2', [to, email]);
      await author.signIn('caseworker'); // to the same account; an earlier session ends with the earlier role
    };
    await role('reviewer');
    try {
      await refused(await approve(author, digest), 'notice.approval-by-author');
    } finally {
      await role('caseworker');
    }
    expect(await status()).toBe('ready');
  });

  test('change first, approve then: whoever edits becomes an author', async () => {
    await ask();
    expect((await edit(supervisor, `${WHY} Changed by the second person.`)).status).toBe(303);
    const digest = await ask();
    await refused(await approve(supervisor, digest), 'notice.approval-by-author');
  });

  test('change after approval: the approval is void, the timeline says so, and the old letter does not leave', async () => {
    const digest = await ask();
    await approve(reviewer, digest);
    expect((await edit(author, `${WHY} One more word.`)).status).toBe(303);
    expect(await status()).toBe('draft');
    expect((await events()).at(-1)).toBe('notice-approval-voided');
    expect((await send(author, digest)).status).toBe(409);
    await toCheck();
    await refused(await send(author, digest), 'notice.approval-needed');
    expect((await whole()).deliveries).toEqual([]);
  });

  test('approving twice, in a row and by two at once: it counts once', async () => {
    const digest = await ask();
    const seen = await version();
    const pressed = await Promise.all([approve(reviewer, digest, seen), approve(supervisor, digest, seen)]);
    expect(pressed.map((answer) => answer.status).sort()).toEqual([303, 409]);
    expect((await approve(reviewer, digest, seen)).status).toBe(409);
    await refused(await approve(reviewer, digest), 'notice.status-cannot-follow');
    expect((await events()).filter((kind) => kind === 'notice-approved')).toHaveLength(1);
  });

  test('approving another letter than the one that is asked about', async () => {
    const old = await ask();
    await edit(author, `${WHY} And a second sentence.`);
    await ask();
    await refused(await approve(reviewer, old), 'letter.changed-since-preview');
    expect((await approve(reviewer, 'f'.repeat(64))).status).toBe(404);
    expect(await status()).toBe('ready');
  });

  test('skipping the second person by address: sending what is only ready or only offered', async () => {
    const check = await toCheck();
    await refused(await author.post(check, { version: await version(), bonaFide: 'yes' }), 'notice.approval-needed');
    const digest = await ask();
    await refused(await send(author, digest), 'notice.approval-needed');
    expect((await whole()).deliveries).toEqual([]);
  });

  test('approving what nobody asks about', async () => {
    const digest = (await toCheck()).split('/').at(-1)!;
    await refused(await approve(reviewer, digest), 'notice.approval-not-asked');
    expect((await reviewer.get(`/approvals/${id}`)).status).toBe(409);
  });

  test('fields that the form does not have are refused', async () => {
    const digest = await ask();
    await reviewer.get(`/approvals/${id}/approve/${digest}`);
    const fields = { version: await version(), approvedBy: uuid(800), status: 'approved' };
    expect((await reviewer.post(`/approvals/${id}/approve/${digest}`, fields)).status).toBe(422);
    expect(await status()).toBe('ready');
  });
});

test('somebody in training needs a second person on any ground, until they have learnt', async () => {
  await scene.notices(NoticeBuilder.aNotice(300).build());
  id = uuid(300);
  const learning = (is: boolean) =>
    app
      .get(DataSource)
      .query('update users set in_training = $1 where email = $2', [is, accountOf('caseworker').email]);
  await learning(true);
  const check = await toCheck();
  expect((await author.get(check)).text).toContain('wordt nog ingewerkt');
  expect((await author.post(check, { version: await version(), bonaFide: 'yes' })).status).toBe(422);
  await learning(false);
  expect((await author.get(check)).text).toContain('Melding versturen');
  expect((await author.post(check, { version: await version(), bonaFide: 'yes' })).status).toBe(303);
});

test.each(['caseworker', 'auditor', 'administrator'] as const)(
  'a person with the role %s judges nothing',
  async (role) => {
    const digest = await ask();
    const visit = await signedIn(role);
    for (const path of ['/approvals', `/approvals/${id}`]) expect((await visit.get(path)).status).toBe(403);
    expect((await approve(visit, digest)).status).toBe(403);
    expect(await status()).toBe('ready');
  },
);
