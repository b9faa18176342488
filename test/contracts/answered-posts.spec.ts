import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { PgAnsweredPosts } from '#adapters/postgres/access/pg-answered-posts.js';
import { noteEffect } from '#adapters/postgres/access/post-under-way.js';
import type { HeldPost, PostDigests } from '#application/access/answered-posts.js';
import { system } from '#domain/event.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';

const BY = system('test');
const HAPPENED = { kind: 'case-opened', subject: 'case', subjectId: '00000000-0000-4000-8000-000000000001' } as const;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const aPost = (key: string, words = 'words'): PostDigests => ({ id: digest(key), body: digest(words) });
const ANSWER = { status: 303, location: '/cases/1' };

let open: OpenedPgBooks;
let posts: PgAnsweredPosts;

beforeAll(async () => {
  open = await openPgBooks();
  posts = new PgAnsweredPosts(open.db);
});
afterAll(() => open.close());

async function held(post: PostDigests): Promise<HeldPost> {
  const claim = await posts.claim(post);
  if (claim.kind !== 'ours') throw new Error(claim.kind);
  return claim.held;
}
const events = () => open.db.query<object[]>('select 1 from event_log');
const letTimePass = (seconds: number) =>
  open.db.query('update answered_posts set held_until = held_until - make_interval(secs => $1)', [seconds]);

describe('a form', () => {
  test('is taken by one of many who bring it at the same moment, and the others get its answer', async () => {
    const claims = Array.from({ length: 8 }, async () => {
      const claim = await posts.claim(aPost('parallel'));
      if (claim.kind === 'ours') await posts.keep(claim.held, ANSWER);
      return claim.kind;
    });
    expect((await Promise.all(claims)).sort()).toEqual([...Array<string>(7).fill('answered'), 'ours']);
  });

  test('whose answer is known gets it, and with other words is refused', async () => {
    await posts.keep(await held(aPost('known')), ANSWER);
    expect(await posts.claim(aPost('known'))).toEqual({ kind: 'answered', answer: ANSWER });
    expect(await posts.claim(aPost('known', 'others'))).toEqual({ kind: 'sent-otherwise' });
  });

  test('with other words is refused while the first is still being done', async () => {
    await held(aPost('busy'));
    expect(await posts.claim(aPost('busy', 'others'))).toEqual({ kind: 'sent-otherwise' });
  });

  test('that was refused is forgotten, one that changed something is not', async () => {
    const refused = await held(aPost('refused'));
    await posts.release(refused);
    await posts.release(await held(aPost('refused')));
    const changed = await held(aPost('changed'));
    await posts.under(changed, () => open.books.together(BY, (books) => books.record(HAPPENED)));
    await posts.release(changed);
    expect(await posts.claim(aPost('changed'))).toEqual({ kind: 'sent-already' });
    expect(await posts.claim(aPost('changed', 'others'))).toEqual({ kind: 'sent-otherwise' });
  });

  test('that was refused is forgotten also when the refusal was recorded', async () => {
    const refused = await held(aPost('refused and recorded'));
    await posts.under(refused, () => open.books.look(BY, HAPPENED));
    await posts.release(refused);
    expect((await posts.claim(aPost('refused and recorded'))).kind).toBe('ours');
  });

  test('is let go only after a commit that is still under way has come through', async () => {
    const post = aPost('slow commit');
    const claim = await held(post);
    let letGo: Promise<void> | undefined;
    await posts.under(claim, () =>
      open.db.transaction(async (tx) => {
        await noteEffect(tx);
        letGo = posts.release(claim);
        await tx.query('select pg_sleep(0.2)');
      }),
    );
    await letGo;
    expect((await posts.claim(post)).kind).toBe('sent-already');
  });

  test('whose holder died is taken over, and the dead one’s hand can write nothing any more', async () => {
    const dead = await held(aPost('dead'));
    await letTimePass(31);
    const living = await held(aPost('dead', 'with a better text'));
    const before = (await events()).length;
    const late = posts.under(dead, () => open.books.together(BY, (books) => books.record(HAPPENED)));
    await expect(late).rejects.toThrow('taken over');
    expect(await events()).toHaveLength(before);
    await posts.keep(dead, { status: 303, location: '/elsewhere' });
    await posts.keep(living, ANSWER);
    expect(await posts.claim(aPost('dead', 'with a better text'))).toEqual({ kind: 'answered', answer: ANSWER });
  });

  test('whose holder says that it is still at it is not taken over', async () => {
    const living = await held(aPost('living'));
    await letTimePass(20);
    await posts.renew(living);
    await letTimePass(20);
    const waiting = posts.claim(aPost('living'));
    await posts.keep(living, ANSWER);
    expect((await waiting).kind).toBe('answered');
  });

  test('that may be done as often as it is sent is forgotten even when something was kept', async () => {
    const file = await held(aPost('file'));
    await posts.under(file, () => open.books.together(BY, (books) => books.record(HAPPENED)));
    await posts.forget(file);
    expect((await posts.claim(aPost('file'))).kind).toBe('ours');
  });

  test('is remembered for seven days', async () => {
    await posts.keep(await held(aPost('old')), ANSWER);
    await posts.keep(await held(aPost('young')), ANSWER);
    const age = 'update answered_posts set at = now() - make_interval(hours => $2) where id = $1';
    await open.db.query(age, [digest('old'), 7 * 24 + 1]);
    await open.db.query(age, [digest('young'), 7 * 24 - 1]);
    await posts.sweep();
    expect((await posts.claim(aPost('old'))).kind).toBe('ours');
    expect((await posts.claim(aPost('young'))).kind).toBe('answered');
  });
});
