import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { DeskSearch, type Found, type HitGroup } from '#application/case/desk-search.js';
import { SearchDesk } from '#application/case/search-desk.js';
import { isWithin, knowledgeOf, reachOf, type Person } from '#domain/access/reach.js';
import { ROLES, type Role } from '#domain/access/role.js';
import { SEARCH_KINDS, searchQuestion, type SearchKind } from '#domain/case/search-question.js';
import { LINES, type Line } from '#domain/notice/codes.js';
import { colleague, type ColleagueVisit } from '#test/visits/colleague.js';
import { openScene } from '#test/visits/open-scene.js';
import { makeMatter, matterKinds, type Matter } from './route-matrix/matters.js';

jest.setTimeout(120_000);

interface Seeker {
  readonly person: Person;
  readonly who: ColleagueVisit;
}

let app: NestExpressApplication;
let seekers: readonly Seeker[];
let matters: readonly Matter[];
/** For each matter a word that stands in its case, its explanation, its mail and its address and nowhere else. */
const wordOf = (n: number): string => `geheimwoord${['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes'][n]}`;
const FAMILIES: readonly (readonly Line[])[] = [['helpline'], ['hotline'], LINES];

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  const made: Seeker[] = [];
  for (const role of ROLES) for (const lines of FAMILIES) made.push(await seeker(role, lines));
  seekers = made;
  const kinds = matterKinds(seekers.map(({ person }) => person.userId));
  const all: Matter[] = [];
  for (const [index, kind] of kinds.entries()) {
    const matter = await makeMatter(open, 401 + index, kind);
    await plant(matter, wordOf(index));
    all.push(matter);
  }
  matters = all;
});
afterAll(() => app.close());

async function seeker(role: Role, lines: readonly Line[]): Promise<Seeker> {
  const who = await colleague(app, { role, lines });
  const [session]: { id: string }[] = await app
    .get(DataSource)
    .query('select id from sessions where user_id = $1', [who.userId]);
  return { who, person: { userId: who.userId, role, lines, sessionId: session!.id } };
}

/** The word into every text of the matter. */
async function plant({ ids }: Matter, word: string): Promise<void> {
  const db = app.get(DataSource);
  const grounds = JSON.stringify([{ code: 'AW21', explanation: `Uitleg met ${word} erin.` }]);
  await db.query(`update case_files set content = content || jsonb_build_object('summary', $2::text) where id = $1`, [
    ids.case,
    `Samenvatting met ${word} erin.`,
  ]);
  await db.query('update notices set grounds = $2 where id = $1', [ids.notice, grounds]);
  await db.query(`update content_items set canonical_url = 'a.example/' || $2 where notice_id = $1`, [
    ids.notice,
    word,
  ]);
  await db.query(`update messages set summary = summary || jsonb_build_object('text', $2::text) where id = $1`, [
    ids.message,
    `Mail met ${word} erin.`,
  ]);
}

/** What somebody finds, alone of its kind and all together. */
async function found(words: string, person: Person): Promise<readonly HitGroup[]> {
  const question = searchQuestion(words);
  const together = await app.get(SearchDesk).run({ question, kind: null, period: 'any', page: 1 }, person);
  const alone: Found[] = [];
  for (const kind of SEARCH_KINDS)
    alone.push(await app.get(SearchDesk).run({ question, kind, period: 'any', page: 1 }, person));
  return [...together.groups, ...alone.flatMap(({ groups }) => groups)];
}

const idsOf = (groups: readonly HitGroup[], kind: SearchKind): Set<string> =>
  new Set(
    groups
      .filter((group) => group.kind === kind)
      .flatMap(({ rows }) =>
        rows.map((row) => String((row as { noticeId?: string }).noticeId ?? (row as { id?: string }).id)),
      ),
  );

/** The reason was given by this person in their session, where the matter has it so. */
const standingTo = (matter: Matter, opened: boolean) => ({
  ...matter.standing,
  opened: matter.standing.opened && opened,
});

async function giveReason({ person, who }: Seeker, matter: Matter): Promise<void> {
  if (!matter.standing.opened) return;
  await app.get(DataSource).query(
    `insert into sealed_openings (id, case_id, user_id, session_id, reason, at)
     values (gen_random_uuid(), $1, $2, $3, 'Proef', now())`,
    [matter.ids.case, who.userId, person.sessionId],
  );
}

describe('what a search finds is what the reach allows, for every role, line and kind of case', () => {
  test.each(ROLES)('a %s', async (role) => {
    const wrong: string[] = [];
    let seen = 0;
    for (const one of seekers.filter(({ person }) => person.role === role)) {
      for (const [index, matter] of matters.entries()) {
        await giveReason(one, matter);
        const groups = await found(wordOf(index), one.person);
        const standing = standingTo(matter, true);
        const mayRead = isWithin(reachOf(one.person), standing);
        const expected = { cases: matter.ids.case, notices: matter.ids.notice, messages: matter.ids.message };
        for (const kind of ['cases', 'notices', 'messages', 'addresses'] as const) {
          const id = kind === 'addresses' ? matter.ids.notice : expected[kind];
          const ids = idsOf(groups, kind);
          seen += ids.size;
          const isRight = mayRead ? ids.has(id) && ids.size === 1 : ids.size === 0;
          if (!isRight) wrong.push(`${one.person.lines.join('+')}, ${matter.name}: ${kind} ${[...ids].join()}`);
        }
        if (groups.some(({ more, cut }) => more || cut)) wrong.push(`${matter.name}: told that there is more`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen > 0).toBe(role !== 'administrator');
  });

  test.each(ROLES)('a %s, by the number of a case they may know of and not read', async (role) => {
    for (const { person } of seekers.filter((each) => each.person.role === role)) {
      for (const [index, matter] of matters.entries()) {
        const groups = await found(`Z-2026-${String(401 + index).padStart(5, '0')}`, person);
        const isKnown = isWithin(knowledgeOf(person), standingTo(matter, true));
        expect([matter.name, [...idsOf(groups, 'cases')]]).toEqual([matter.name, isKnown ? [matter.ids.case] : []]);
      }
    }
  });

  test('of a case that only some may see no text is shown, and of a whole page neither is its number', async () => {
    const inside = seekers.find(({ person }) => person.role === 'caseworker' && person.lines.length === 1)!;
    for (const [index, matter] of matters.entries()) {
      const groups = await found(wordOf(index), inside.person);
      const texts = groups
        .filter(({ kind }) => kind !== 'addresses')
        .flatMap(({ rows }) => rows.map((row) => (row as { snippet: unknown }).snippet));
      if (matter.standing.confidentiality !== 'normal') expect(texts.every((text) => text === null)).toBe(true);
      const asked = await inside.who.visit.post('/search', { q: wordOf(index) });
      const page = await inside.who.visit.get(String(asked.headers['location']));
      const mayRead = isWithin(reachOf(inside.person), standingTo(matter, true));
      expect(page.text.includes(`TF-2026-${String(401 + index).padStart(6, '0')}`)).toBe(mayRead);
    }
  });
});

test('rights stand before reach: whoever has none to a kind never asks the database for it', async () => {
  const asked: string[] = [];
  const search = {
    find: (wish: { kinds: readonly string[] }) => (
      asked.push(...wish.kinds),
      Promise.resolve({ groups: [], onlyCommonWords: false })
    ),
  };
  const administrator = seekers.find(({ person }) => person.role === 'administrator')!.person;
  const clock = { now: () => new Date('2026-11-22T00:00:00Z') };
  const act = new SearchDesk(search as unknown as DeskSearch, clock);
  await act.run({ question: searchQuestion('foto'), kind: null, period: 'any', page: 1 }, administrator);
  expect(asked).toEqual(['platforms', 'grounds']);
});
