import type { NestExpressApplication } from '@nestjs/platform-express';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { deskFacts, DeskVisit, practiceAccounts } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { againstBare } from './against-bare.js';
import { CROWD, crowd, p95 } from './crowd.js';
import { fillDesk, FULL_SIZE } from './desk-rows.js';
import type { Figure, Ground, Measure } from './figure.js';

/** Pages of one kind, with the time within which nineteen of twenty are to be there, in milliseconds. */
interface Pages {
  readonly what: string;
  readonly aim: number;
  readonly paths: readonly string[];
}

const REQUESTS = 900;
const COMPARED = 60;
const ROUNDS = 3;

/** What people look for: numbers, addresses in many forms, words that stand everywhere and hardly anywhere, nothing. */
const QUESTIONS = [
  ...['TF-2026-123456', 'Z-2026-004321', 'HL-8765', 'P-512345', '04321'],
  ...['https://www.instagram.com/p/Cc4ca4238a0?igsh=x', 'tiktok.com/@gebruikerab12', 'x.com/gebr…', 'instagram.com'],
  ...[
    '7112233445566778899',
    'gebruiker0a1b2c3',
    'fotolos',
    'kensuje',
    'naamraen schoolnist',
    '"fotolos fotolos"',
    'zevenkoppig',
  ],
];

/** Lists, search and a case page on a desk of a million items, thirty people at once, and against bare `node:http`. */
export const deskAtSize: Measure = {
  name: 'desk-at-size',
  async run(ground) {
    const url = await ground.database.fresh('bench_desk_at_size');
    await practiceAccounts(url);
    const facts = deskFacts(url);
    const app = await deskApp(facts);
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    try {
      const people = await crowd(app);
      await fill(
        url,
        ground,
        people.map(({ userId }) => userId),
      );
      return await measured(app, pool, { ground, cookie: people.map(({ cookie }) => cookie) });
    } finally {
      await app.close();
      await pool.end();
      rmSync(facts.var, { recursive: true, force: true });
    }
  },
};

async function fill(url: string, { share, say }: Ground, assignees: readonly string[]): Promise<void> {
  const size = {
    cases: Math.round(FULL_SIZE.cases * share),
    notices: Math.round(FULL_SIZE.notices * share),
    messages: Math.round(FULL_SIZE.messages * share),
  };
  const db = await openDataSource(url, 1);
  const began = performance.now();
  await fillDesk(db, size, assignees);
  await db.destroy();
  say(`a desk of ${size.notices * 4} items was filled in ${Math.round((performance.now() - began) / 1000)} s`);
}

async function measured(
  app: NestExpressApplication,
  pool: pg.Pool,
  { ground, cookie }: { readonly ground: Ground; readonly cookie: readonly string[] },
): Promise<Figure[]> {
  const visit = new DeskVisit(app);
  await visit.signIn('caseworker');
  const figures: Figure[] = [];
  for (const pages of await kinds(visit, pool)) {
    const [first] = pages.paths;
    const portion = (of: number) => Math.round(of * Math.max(ground.share, 0.25));
    const [rounds, requests] = [ROUNDS, portion(REQUESTS)];
    const compared = { visit, path: first!, rounds, requests: portion(COMPARED) };
    const [ours, reference] = await againstBare(app, pool, compared);
    const time =
      pages.what === SEARCH
        ? await searched(app, pages, { cookie, requests })
        : await p95(app, { path: pages.paths, cookie, requests });
    figures.push(
      {
        what: `${pages.what}, p95 with ${CROWD} people at once, against its aim`,
        ours: time,
        reference: pages.aim,
        unit: 'ms',
        bound: { most: 1 },
      },
      { what: `${pages.what}, against bare node:http`, ours, reference, unit: 'ms CPU', bound: { most: 3 } },
    );
    ground.say(`${pages.what}: p95 ${Math.round(time)} ms`);
  }
  return figures;
}

const SEARCH = 'search';

async function kinds(visit: DeskVisit, pool: pg.Pool): Promise<readonly Pages[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from case_files where confidentiality = 'normal' order by opened_at desc limit 200`,
  );
  const pages = Array.from({ length: 8 }, (_, n) => `/cases?page=${n + 1}`);
  return [
    { what: 'my work', aim: 300, paths: ['/work'] },
    { what: 'the list of cases', aim: 300, paths: [...pages, '/cases?status=all', '/cases?status=closed'] },
    { what: 'a case page', aim: 300, paths: rows.map(({ id }) => `/cases/${id}`) },
    { what: SEARCH, aim: 500, paths: await sealed(visit) },
  ];
}

/** The addresses at which the answers stand for one person. */
async function sealed(visit: DeskVisit): Promise<string[]> {
  const paths: string[] = [];
  for (const q of QUESTIONS) {
    await visit.get('/search');
    const asked = await visit.post('/search', { q });
    if (asked.status !== 303) throw new Error(`asking answered ${asked.status}`);
    paths.push(String(asked.headers['location']));
  }
  return paths;
}

/** A question opens for who asked it alone, so thirty people are thirty windows of one. */
async function searched(
  app: NestExpressApplication,
  { paths }: Pages,
  { requests }: { readonly cookie: readonly string[]; readonly requests: number },
): Promise<number> {
  const visit = new DeskVisit(app);
  await visit.signIn('caseworker');
  const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return p95(app, { path: paths, cookie: [cookie], requests });
}
