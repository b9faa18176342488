import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { ROLES, type Role } from '#domain/access/role.js';
import { uuid } from '#test/builders/uuid.js';
import { openScene } from '#test/visits/open-scene.js';
import { DeclaredRoutes, type DeclaredRoute } from '../../apps/web/src/frame/declared-routes.js';
import { EXAMPLES } from './route-matrix/examples.js';
import { FINDS_NOTHING } from './route-matrix/finds-nothing.js';
import { makeMatter, matterKinds, type Matter } from './route-matrix/matters.js';
import { isForPrograms, keyOf, readable, verdictOf, Walker } from './route-matrix/walker.js';

jest.setTimeout(100_000);

let app: NestExpressApplication;
let walkers: ReadonlyMap<Role, Walker>;
let matters: readonly Matter[];
/** Ids that nothing has. */
const missing: Matter['ids'] = {
  ...{ case: uuid(99_001), notice: uuid(99_002), delivery: uuid(99_003), capture: uuid(99_004), message: uuid(99_005) },
  ...{ evidence: uuid(99_006), item: uuid(99_007), letter: 'f'.repeat(64) },
};

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await app.listen(0, '127.0.0.1');
  const all = await Promise.all(ROLES.map(async (role) => [role, await Walker.of(app, role)] as const));
  walkers = new Map(all);
  const made: Matter[] = [];
  const everybody = all.map(([, walker]) => walker.person.userId);
  for (const [index, kind] of matterKinds(everybody).entries()) made.push(await makeMatter(open, 301 + index, kind));
  matters = made;
});
afterAll(() => app.close());

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** The routes as the running desk's own router has them. */
const routed = (): string[] => {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } };
  return router.stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  );
};
const routes = (): readonly DeclaredRoute[] => app.get(DeclaredRoutes).all();

describe('every route of the desk (F57)', () => {
  test('declares who may, and has an example in this matrix', () => {
    expect(routes().map(keyOf).sort()).toEqual(routed().sort());
    expect(Object.keys(EXAMPLES).sort()).toEqual(routed().sort());
    expect([...FINDS_NOTHING].filter((key) => !(key in EXAMPLES))).toEqual([]);
  });

  test.each(ROLES)('answers a %s as the policy says, and records each denial', async (role) => {
    const walker = walkers.get(role)!;
    const wrong: string[] = [];
    const denials = new Map<string, number>();
    for (const route of routes()) {
      if (route.declared === 'open') continue;
      const { about } = route.declared;
      const note = (n: number) => n > 0 && denials.set(keyOf(route), (denials.get(keyOf(route)) ?? 0) + n);
      const isAboutCases = Object.keys(about).length > 0;
      const first = await walker.walk(route, about, { ids: missing });
      const absent = readable(first);
      const unmet = walker.expects(route, route.declared, null);
      note(denied(unmet));
      if (!verdictOf(first, route).includes(unmet[0]!))
        wrong.push(`${keyOf(route)}: ${first.status}, ${unmet[0]} expected`);
      for (const matter of isAboutCases ? matters : []) {
        const expected = walker.expects(route, route.declared, matter);
        if (!isForPrograms(route)) await walker.giveReason(matter);
        const answer = await walker.walk(route, about, matter);
        note(denied(expected));
        const decided = expected.find((each) => each !== 'allowed') ?? 'allowed';
        const found = verdictOf(answer, route);
        const told = decided === 'hidden' && readable(answer) !== absent ? ', told apart from what does not exist' : '';
        if (!found.includes(decided) || told)
          wrong.push(
            `${keyOf(route)}, ${matter.name}: ${decided} expected, ${answer.status} ${found.join('/')}${told}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    expect(await recorded(walker)).toEqual(Object.fromEntries([...denials].sort()));
  });
});

/** What nobody's form asks for, and somebody might hope for. */
const SMUGGLED = {
  ...{ role: 'administrator', caseId: uuid(801), approvedBy: uuid(802), userId: uuid(803), named: uuid(804) },
  ...{ line: 'hotline', status: 'sent', isAdmin: 'true', version: '999', authors: uuid(805) },
};

describe('fields that a form does not have (F68)', () => {
  test.each(['caseworker', 'supervisor', 'administrator'] as const)(
    'change nothing for a %s, and are known to the log',
    async (role) => {
      const walker = walkers.get(role)!;
      const [own] = matters;
      const before = await people();
      const taken: string[] = [];
      const posts = routes().filter(({ method, path }) => method !== 'GET' && !/^\/sign-out/.test(path));
      for (const route of posts) {
        if (route.declared === 'open' || walker.expects(route, route.declared, own!)[0] !== 'allowed') continue;
        const answer = await walker.walk(route, route.declared.about, own!, SMUGGLED);
        const isTaken = answer.status >= 500 || (isForPrograms(route) && answer.status !== 422);
        if (isTaken) taken.push(`${keyOf(route)} ${answer.status}`);
      }
      expect(taken).toEqual([]);
      expect(await people()).toEqual(before);
      const logged = await smuggled(walker);
      expect(logged.length).toBeGreaterThan(3);
      const programs = logged.filter((route) => / \/api\//.test(route)).length;
      expect(programs).toBe(role === 'administrator' ? 0 : 5);
    },
  );
});

/** Who holds which role, who may see which case, and of which case and how far each notice is. */
const people = (): Promise<unknown> =>
  app.get(DataSource).query(`select id::text, role, lines::text[] as who from users
    union all select id::text, confidentiality, named::text[] from case_files
    union all select id::text, status, array[case_id::text, approval::text] from notices order by 1, 2`);

async function smuggled({ person }: Walker): Promise<string[]> {
  const select = `select subject_id as route from event_log where kind = 'unknown-fields-refused' and actor = $1`;
  const rows: { route: string }[] = await app.get(DataSource).query(select, [person.userId]);
  return rows.map(({ route }) => route);
}

const denied = (decisions: readonly string[]): number =>
  decisions.filter((each) => each === 'hidden' || each === 'refused').length;

/** Denials of a person in the event log, by route. */
async function recorded({ person }: Walker): Promise<Readonly<Record<string, number>>> {
  const rows: { route: string; n: number }[] = await app.get(DataSource).query(
    `select subject_id as route, count(*)::int as n from event_log
     where kind = 'access-denied' and actor = $1 group by 1`,
    [person.userId],
  );
  return Object.fromEntries(rows.map(({ route, n }) => [route, n]));
}
