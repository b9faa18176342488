import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { projectPath } from '#adapters/settings/project.js';
import { Templates } from '#adapters/templates/templates.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from '#domain/notice/bona-fide-text.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { listed, onlyIn, textsOf } from '#test/visits/bare-words.js';
import { DeskScene } from '#test/visits/desk-scene.js';
import { deskFacts, DeskVisit, practiceAccounts } from '#test/visits/desk-visit.js';
import { formIn } from '#test/visits/form-in.js';
import { longWords } from '#test/visits/long-words.js';
import { DeclaredRoutes } from '../../apps/web/src/frame/declared-routes.js';
import { prepare } from '../../apps/web/src/frame/prepare.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { setDesk, type Standing } from './every-page/desk-of-pages.js';
import { BLANK_PAGES, CASE_PAGES, noticePages, OTHER_PAGES, wrongs } from './every-page/places.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let visitor: DeskVisit;
let standing: Standing;
let known: string;

beforeAll(async () => {
  const databaseUrl = await freshDatabase();
  await practiceAccounts(databaseUrl);
  const module = await Test.createTestingModule({ imports: [WebModule.for(deskFacts(databaseUrl))] })
    .overrideProvider(Templates)
    .useValue(new Templates(projectPath('templates'), longWords()))
    .compile();
  app = prepare(module.createNestApplication<NestExpressApplication>({ bodyParser: false }));
  await app.init();
  visitor = new DeskVisit(app);
  await visitor.signIn('caseworker');
  standing = await setDesk({ app, scene: new DeskScene(app), visitor, databaseUrl });
  known = (listed() + bonaFideText(BONA_FIDE_TEXT_VERSION, 'nl')).toLowerCase();
});
afterAll(() => app.close());

/** Texts that came from no word of the desk, though nobody typed them and no list holds them. */
const bare = (html: string): string[] =>
  textsOf(html).filter((text) => !withoutWords(text).split(PARTS).every(isKnown));

/** What is left of a text when the words in brackets are taken out, from the innermost. */
function withoutWords(text: string): string {
  const less = text.replaceAll(/\[[^[\]]*\]/g, '|');
  return less === text ? text : withoutWords(less);
}

const PARTS = /\||: | · |, |; |\(|\)| – /;

function isKnown(part: string): boolean {
  const text = part
    .trim()
    .replace(/^· |[.,:]$/g, '')
    .replace(/ ·$/, '');
  return /^[\d\W]*$/.test(text) || SAID.test(text) || known.includes(text.toLowerCase());
}

/** The product, the people, references, mail and files of the practice desk, provisions of a law, days, codes and jobs. */
const SAID = new RegExp(
  `^(?:${[
    ...['Seinpost.*', 'Oefen[\\w ]+', '[\\w.-]+@[\\w.-]+', '(?:Re: )?TF-[\\d-]+', 'Z-[\\d-]+', 'HL-4711', 'SHA-256'],
    ...['(?:Sr|Aw|AVG|UAVG|BW|EVRM|IVRK|Gw|Handvest) [\\dA-Z].*', '\\d+ [a-z]{3,9} \\d{4}.*', '[A-Z]{2}[A-Z0-9_]*'],
    ...['Portrait published without permission', 'scherm\\.png', 'AbCdEfGhIjK', 'Test', 'understand-message'],
  ].join('|')})$`,
);

test('every page says what it says in words of the desk: nothing is left in one language, no key or code stands raw', async () => {
  const found: Record<string, string[]> = {};
  for (const [role, paths] of visits()) {
    await visitor.signIn(role);
    for (const path of paths) {
      const { status, text } = await visitor.get(path);
      expect([path, status]).toEqual([path, 200]);
      const wrong = bare(text);
      if (wrong.length > 0) found[path] = [...new Set(wrong)];
    }
  }
  expect(found).toEqual({});
});

test.each([
  ['nl', 'en'],
  ['en', 'nl'],
] as const)('in %s no page shows what the lists have for %s', async (language, other) => {
  await app.get(DataSource).query('update users set language = $1', [language]);
  const foreign = onlyIn(other);
  expect(foreign.size).toBeGreaterThan(300);
  const found: Record<string, string[]> = {};
  for (const [role, paths] of visits()) {
    await visitor.signIn(role);
    for (const path of paths) {
      const wrong = textsOf((await visitor.get(path)).text).filter((text) => foreign.has(text));
      if (wrong.length > 0) found[path] = wrong;
    }
  }
  expect(found).toEqual({});
});

test('a form that is refused says all in words of the desk, too', async () => {
  await visitor.signIn('supervisor');
  const found: Record<string, string[]> = {};
  for (const { path, typed = {}, form } of wrongs(standing)) {
    if (form !== undefined) continue;
    const { values, action } = formIn((await visitor.get(path)).text);
    const { status, text } = await visitor.post(action ?? path.split('?')[0]!, { ...values, ...typed });
    expect([path, status]).toEqual([path, 422]);
    const wrong = bare(text);
    if (wrong.length > 0) found[path] = [...new Set(wrong)];
  }
  expect(found).toEqual({});
});

const visits = () =>
  [
    ['supervisor', [...BLANK_PAGES, ...noticePages(standing), ...CASE_PAGES, ...OTHER_PAGES.supervisor]],
    ['administrator', OTHER_PAGES.administrator],
  ] as const;

test('no page of the desk is left out', () => {
  const paths = visits().flatMap(([, all]) => all.map((path) => path.split('?')[0]!));
  const all = app.get(DeclaredRoutes).all();
  const pages = all.filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path) && !ELSEWHERE.includes(path));
  const isVisited = (path: string) => {
    const shape = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
    return paths.some((one) => shape.test(one));
  };
  expect(pages.map(({ path }) => path).filter((path) => !isVisited(path))).toEqual([]);
});

/** Files, what programs read, what only leads on, and pages on the way in. */
const NO_PAGE = /^\/(?:api\/|evidence\/:id|sign-in|password\/|passkeys\/|prove|$)|\.(?:csv|json)$|\/(?:raw|here)$/;

/** Pages that stand only while something is under way, each with a test of its own. */
const ELSEWHERE = [
  ...['/cases/together/:batchId', '/cases/:id/open', '/cases/:id/outline', '/search/:asked', '/dossiers/:id'],
  ...['/approvals/:id', '/approvals/:id/approve/:digest', '/approvals/:id/return/:digest', '/dossiers/:id/advance/:to'],
  ...['/notices/:id/withdraw/:digest', '/users/:id', '/users/:id/role', '/users/:id/role/check', '/users/:id/disable'],
  ...['/users/:id/reset', '/account/password', '/account/app', '/account/passkeys/new', '/account/recovery-codes'],
];
