import type { NestExpressApplication } from '@nestjs/platform-express';
import { type AddressInfo } from 'node:net';
import type { RequestListener, Server } from 'node:http';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { Books } from '#application/books.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { system } from '#domain/event.js';
import { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { DeskScene } from '#test/visits/desk-scene.js';
import { deskFacts, DeskVisit, practiceAccounts } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { deskServer } from '../../apps/web/src/desk-server.js';
import { DeclaredRoutes } from '../../apps/web/src/frame/declared-routes.js';

/** The desk as it runs, on a socket, with something in every drawer; hurried, so that slow senders are waited for briefly. */
export interface Wall {
  readonly app: NestExpressApplication;
  readonly port: number;
  /** The database as its owner sees it. */
  readonly db: DataSource;
  readonly scene: DeskScene;
  /** A caseworker who has signed in. */
  readonly visitor: DeskVisit;
  /** Ids and digests by the word that stands before them in an address. */
  readonly ids: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const HURRY = { headersTimeout: 700, requestTimeout: 1000, connectionsCheckingInterval: 100 };
const POST = 'http://127.0.0.1:3301/posts/801';

/** Opens it on an empty, migrated database; whoever opens it closes it. */
export async function openWall(databaseUrl: string): Promise<Wall> {
  await practiceAccounts(databaseUrl);
  const app = await deskApp(deskFacts(databaseUrl));
  const server = deskServer(app.getHttpAdapter().getInstance() as RequestListener, HURRY);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const scene = new DeskScene(app);
  const visitor = new DeskVisit(app);
  await visitor.signIn('caseworker');
  const ids = await furnished(app, scene, visitor);
  const port = (server.address() as AddressInfo).port;
  const db = await openDataSource(databaseUrl, 2);
  return { app, port, db, scene, visitor, ids, close: () => closed(server, app, db) };
}

async function closed(server: Server, app: NestExpressApplication, db: DataSource): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await db.destroy();
  await app.close();
}

/** A case with a notice and a capture, a mail, a dossier. */
async function furnished(
  app: NestExpressApplication,
  scene: DeskScene,
  visitor: DeskVisit,
): Promise<Record<string, string>> {
  await scene.notices(NoticeBuilder.aNotice(801).about(POST).build(), NoticeBuilder.aNotice(802).sentOn().build());
  const inbox = await scene.mail({ subject: 'Antwoord op uw melding', text: 'Wij hebben uw melding ontvangen.' });
  const made = await visitor.post('/dossiers', { about: 'practice', from: '2026-10-01', to: '2026-11-30' });
  const dossiers = String(made.headers['location']).split('/').at(-1)!;
  await capture(app, scene);
  return {
    ...{
      cases: uuid(1301),
      notices: uuid(801),
      inbox,
      dossiers,
      evidence: uuid(811),
      items: item(),
      deliveries: uuid(1),
    },
    ...{ check: 'a'.repeat(64), withdraw: 'a'.repeat(64), password: 'x'.repeat(43) },
  };
}

const item = (): string => NoticeBuilder.item(uuid(801), 1, POST).id;

/** A capture with a file that would do harm if a browser showed it. */
async function capture(app: NestExpressApplication, scene: DeskScene): Promise<void> {
  const at = '2026-11-02T08:00:00.000Z';
  const job = { url: POST, policy: 'full', grounds: ['AW21'], allow: [], folder: 'x', askedAt: at } as const;
  const found = { state: 'complete', reasons: [], httpStatus: 200, finalUrl: POST, title: 'x' } as const;
  const made = { ...found, startedAt: at, endedAt: at, artefacts: [], manifestSha256: null };
  const { digest, size } = await app.get(EvidenceStore).put(Buffer.from('<script>alert(1)</script>'));
  const provenance = { captureId: uuid(810), url: POST, madeAt: at, madeWith: 'test' };
  const facts = {
    id: uuid(811),
    name: 'text.html',
    kind: 'text',
    mediaType: 'text/html',
    digest,
    size,
    provenance,
  } as const;
  const items = [EvidenceItem.stored(facts, new Date(at), 'test')];
  const of = { noticeId: uuid(801), itemId: item() };
  const keep = Capture.made(uuid(810), job, made);
  const books = (await scene.worker()).get(Books);
  await books.together(system('test'), ({ evidence }) => evidence.add(keep, of, items));
}

/** A page of the desk with every parameter filled in, and the same with another value for each. */
export interface WallRoute {
  readonly method: string;
  readonly path: string;
  /** The address with `value` in the place of each parameter. */
  readonly with: (value: string) => string;
  readonly hasParameters: boolean;
  /** Whether the policy asks how something stands to the person. */
  readonly isAboutCases: boolean;
}

/** Every page the router knows, so that a new one is walked too. */
export function routesOf({ app, ids }: Wall, method: 'GET' | 'POST'): WallRoute[] {
  const filled = (path: string, value?: string): string => {
    const parts = path.split('/');
    return parts.map((part, n) => (part.startsWith(':') ? (value ?? ids[parts[n - 1]!] ?? uuid(999)) : part)).join('/');
  };
  return app
    .get(DeclaredRoutes)
    .all()
    .filter((route) => route.method === method)
    .map(({ path, declared }) => ({
      isAboutCases: declared !== 'open' && Object.keys(declared.about).length > 0,
      ...{ method, path: filled(path), hasParameters: path.includes(':') },
      with: (value: string) => filled(path, value),
    }));
}

/** What requests may leave behind without having changed anything: who looked, tried, or was given an answer. */
const TRACES = /^(event_log|sessions|answered_posts|sign_in_tries|throttle.*|custody_entries|migrations|audit.*)$/;

/** A fingerprint of everything in the database but those traces. */
export async function stateOf({ db }: Wall): Promise<string> {
  const tables: { name: string }[] = await db.query(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const parts = tables
    .filter(({ name }) => !TRACES.test(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as digest from "${name}" t`,
    );
  return JSON.stringify(await db.query(parts.join(' union all ')));
}
