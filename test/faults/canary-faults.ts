import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImapServer } from '#test/fakes/imap-server.js';
import { SmtpSink } from '#test/fakes/smtp-sink.js';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';
import { until } from '#test/flows/sending/worker-process.js';
import { plantCanaries, type Canaries } from './canaries.js';
import { CanaryWalk } from './canary-walk.js';
import { holds, type Fault, type Ground } from './fault.js';
import { TellingServers } from './telling-servers.js';
import { WatchedDesk } from './watched-desk.js';

/** Every kind of trouble that a page can answer with; all must have come up on the walk. */
const TROUBLES = [400, 403, 404, 409, 413, 422, 500, 503];

/** The part of the plan about secrets and names that turn up where they do not belong. */
export const CANARY_FAULTS: readonly Fault[] = [
  {
    number: 'F81',
    says: 'planted secrets and names: none in logs, error pages, headers, command lines, files or tables not theirs',
    run: async (ground) => {
      const { places, found, statuses, neverKept } = await searchCanaries(ground);
      holds(found.length === 0, found.join('; '));
      holds(neverKept.length === 0, `never kept: ${neverKept.join(', ')}`);
      holds(
        TROUBLES.every((status) => statuses.includes(status)),
        `only came to ${statuses.join(', ')}`,
      );
      const [tables, others] = [true, false].map((is) => places.filter((place) => place.startsWith('table ') === is));
      process.stdout.write(`     looked in ${[...others!, `${tables!.length} tables`].join(', ')}\n`);
    },
  },
];

/** Where was looked, and what was found there: the name of a canary and the place, never the canary itself. */
export interface Search {
  readonly places: readonly string[];
  readonly found: readonly string[];
  /** Statuses the walk came to. */
  readonly statuses: readonly number[];
  /** Words that never came to where they are at home: had they not been there, finding none elsewhere would say nothing. */
  readonly neverKept: readonly string[];
}

/** Plants canaries, walks through the desk with them, and looks wherever they must not be. */
export async function searchCanaries({ desk, next }: Pick<Ground, 'desk' | 'next'>): Promise<Search> {
  const canaries = await plantCanaries(desk);
  await desk.wait(next());
  const telling = await TellingServers.open(canaries);
  await telling.makeWait(desk, next);
  const [sink, mailbox] = [await SmtpSink.open(), await ImapServer.open()];
  mailbox.isLocked = true;
  const watched = await WatchedDesk.open(desk.url, {
    ...settings(canaries, sink.port, mailbox.port),
    ...telling.settings,
  });
  const walk = new CanaryWalk(watched, canaries);
  try {
    await walk.walk(desk.db);
    const isHeard = () => sink.passwords > 0 && mailbox.logins > 0 && telling.wereAsked;
    await until(async () => isHeard() && (await mailsIn(desk)) === 2, 30_000, 200);
  } finally {
    await watched.close();
    await Promise.all([sink.close(), mailbox.close(), telling.close()]);
  }
  const places = await placesOf(desk, watched, walk);
  const found = places.flatMap(({ place, text, isHome }) =>
    Object.entries({ ...canaries.secrets, ...(isHome ? {} : canaries.words) }).flatMap(([name, canary]) =>
      holdsCanary(text, canary) ? [`${name} in ${place}`] : [],
    ),
  );
  const statuses = [...new Set(walk.seen.map(({ status }) => status))].sort();
  const home = places.flatMap(({ isHome, text }) => (isHome ? [text] : [])).join('\n');
  const neverKept = Object.entries(canaries.words).flatMap(([name, word]) => (holdsCanary(home, word) ? [] : [name]));
  return { places: places.map(({ place }) => place), found, statuses, neverKept };
}

const settings = ({ secrets }: Canaries, smtp: number, imap: number) => ({
  ...{ SEINPOST_KEY: secrets['the key']!, SEINPOST_SMTP_HOST: '127.0.0.1', SEINPOST_SMTP_PORT: String(smtp) },
  ...{ SEINPOST_SMTP_USER: 'desk', SEINPOST_SMTP_PASSWORD: secrets['the SMTP password']! },
  ...{ SEINPOST_IMAP_HOST: '127.0.0.1', SEINPOST_IMAP_PORT: String(imap), SEINPOST_IMAP_SECURE: '0' },
  ...{ SEINPOST_IMAP_USER: 'desk', SEINPOST_IMAP_PASSWORD: secrets['the IMAP password']! },
});

const mailsIn = async ({ db }: SendingDesk): Promise<number> => {
  const [row]: { n: number }[] = await db.query(`select count(*)::int as n from messages where state <> 'kept'`);
  return row!.n;
};

/** Also as PostgreSQL shows bytes, and as an address would carry it. */
const holdsCanary = (text: string, canary: string): boolean =>
  [canary, Buffer.from(canary).toString('hex'), Buffer.from(canary).toString('base64').replace(/=+$/, '')].some(
    (form) => text.includes(form),
  );

interface Place {
  readonly place: string;
  readonly text: string;
  /** True where words about people are at home, so that secrets alone are looked for. */
  readonly isHome?: boolean;
}

async function placesOf(desk: SendingDesk, watched: WatchedDesk, walk: CanaryWalk): Promise<readonly Place[]> {
  const wrong = walk.seen.filter(({ page }) => page !== '');
  const said = (which: boolean) =>
    wrong.flatMap(({ page, gaveWords }) => (gaveWords === which ? [page] : [])).join('\n');
  return [
    { place: 'what the web said', text: watched.said.web },
    { place: 'what the worker said', text: watched.said.worker },
    { place: `headers of ${walk.seen.length} answers`, text: walk.seen.map(({ headers }) => headers).join('\n') },
    { place: 'pages of trouble', text: said(false) },
    { place: 'pages of trouble that give back what was typed', text: said(true), isHome: true },
    { place: `${watched.commandLines.size} command lines`, text: [...watched.commandLines].join('\n') },
    { place: 'files of the desk', text: watched.files },
    { place: 'the log of PostgreSQL', text: await serverLog(desk) },
    ...(await tables(desk)),
  ];
}

async function serverLog({ db }: SendingDesk): Promise<string> {
  const [row]: { folder: string }[] = await db.query(`select current_setting('data_directory') as folder`);
  return readFileSync(join(dirname(row!.folder), 'pg.log'), 'utf8');
}

/** Tables in which nothing of people's words may stand; in the others they are at home, and secrets nowhere. */
const BARE = /^(event_log|answered_posts|audit_anchors|sign_in_tries|installation|jobs\..*)$/;

async function tables({ db }: SendingDesk): Promise<readonly Place[]> {
  const names: { name: string }[] = await db.query(
    `select oid::regclass::text as name from pg_class
      where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace) and relkind = 'r'`,
  );
  const places: Place[] = [];
  for (const { name } of names) {
    const rows: { text: string }[] = await db.query(`select t::text as text from ${name} t`);
    const text = rows.map((row) => row.text).join('\n');
    places.push({ place: `table ${name}`, text, isHome: !BARE.test(name) });
  }
  return places;
}
