import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiAccess } from './api-access.js';
import type { Doubt } from './doubts.js';
import { projectPath } from './project.js';
import { Sheet, type Environment } from './sheet.js';

/** A mail server that somebody else runs. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** Everything that differs between one desk and the next; read once, checked, frozen. */
export interface Settings {
  /** PostgreSQL of a live desk; absent means the embedded one. */
  readonly databaseUrl?: string;
  /** The same database under the role of the pages, and of the worker; absent means under that of `databaseUrl`. */
  readonly webDatabaseUrl?: string;
  readonly workerDatabaseUrl?: string;
  /** Secrets that somebody could come by too easily. */
  readonly doubts: readonly Doubt[];
  /** Master key of at least 32 bytes; absent means that a practice desk uses its own, and a live desk does not start. */
  readonly key?: Uint8Array;
  /** JSON file with who we are, read by `seinpost migrate`. */
  readonly organisation?: string;
  readonly port: number;
  /** Address to listen on; absent means loopback in both families. */
  readonly host?: string;
  readonly baseUrl: string;
  /** An empty database of `databaseUrl` becomes a practice database. */
  readonly practice: boolean;
  readonly practicePort: number;
  readonly practiceMailPort: number;
  readonly mailPort: number;
  readonly mailHost: string;
  readonly mailDomain: string;
  /** Absent means that the practice platform takes the mail. */
  readonly smtp?: MailServer;
  /** Who gets the anchors of the event log; empty means every auditor. */
  readonly anchorMail: readonly string[];
  readonly imap?: MailServer & { readonly folder: string };
  /** How we sign in to the interfaces of platforms. */
  readonly apis: ApiAccess;
  readonly chromium?: string;
  /** `host:port` of private addresses a capture may open. */
  readonly captureAllow: readonly string[];
  readonly corpus?: string;
  /** Absolute path of the folder for what the desk keeps on disk. */
  readonly var: string;
  /** Absolute path of the folder the person stood in. */
  readonly cwd: string;
}

/** One or more settings are wrong; each problem is a sentence with its remedy. */
export class WrongSettings extends Error {
  readonly code = 'settings.wrong';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'WrongSettings';
  }
}

/** The only reader of the environment. Throws `WrongSettings` with all problems at once. */
export function readSettings(env: Environment = process.env): Settings {
  const sheet = new Sheet(env);
  const settings = { ...places(sheet), ...addresses(sheet), ...mail(sheet), apis: apis(sheet) };
  if (sheet.problems.length > 0) throw new WrongSettings(sheet.problems);
  return Object.freeze({ ...settings, doubts: Object.freeze(sheet.doubts) });
}

/** The environment of a child process that shall have these settings, whatever ours were; of databases only this one. */
export function environmentOf(
  settings: Settings,
  databaseUrl: string | undefined,
  env: Environment = process.env,
): Record<string, string> {
  const ours: Record<string, string | undefined> = {
    ...Object.fromEntries(DATABASES.flatMap((name) => [name, `${name}_FILE`]).map((name) => [name, undefined])),
    DATABASE_URL: databaseUrl,
    SEINPOST_BASE_URL: settings.baseUrl,
    SEINPOST_PORT: String(settings.port),
    SEINPOST_PRACTICE_PORT: String(settings.practicePort),
    SEINPOST_PRACTICE_MAIL_PORT: String(settings.practiceMailPort),
    SEINPOST_MAIL_PORT: String(settings.mailPort),
    SEINPOST_CAPTURE_ALLOW: settings.captureAllow.join(','),
    SEINPOST_VAR: settings.var,
    INIT_CWD: settings.cwd,
  };
  return Object.fromEntries(Object.entries({ ...env, ...ours }).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}

const DATABASES = ['DATABASE_URL', 'SEINPOST_WEB_DATABASE_URL', 'SEINPOST_WORKER_DATABASE_URL'] as const;

function places(sheet: Sheet) {
  const cwd = resolve(sheet.text('INIT_CWD') ?? process.cwd());
  const under = (path: string | undefined) => (path === undefined ? undefined : resolve(cwd, path));
  return {
    databaseUrl: sheet.database('DATABASE_URL'),
    webDatabaseUrl: sheet.database('SEINPOST_WEB_DATABASE_URL'),
    workerDatabaseUrl: sheet.database('SEINPOST_WORKER_DATABASE_URL'),
    key: sheet.key('SEINPOST_KEY'),
    organisation: under(sheet.text('SEINPOST_ORGANISATION')),
    chromium: under(sheet.text('SEINPOST_CHROMIUM')),
    corpus: under(sheet.text('SEINPOST_CORPUS')) ?? corpusBesideUs(),
    var: under(sheet.text('SEINPOST_VAR')) ?? projectPath('var'),
    cwd,
  };
}

/** Mails of real providers are never part of the project; who has them keeps them beside the checkout. */
function corpusBesideUs(): string | undefined {
  const folder = projectPath('..', 'shared', 'corpora');
  return existsSync(folder) ? folder : undefined;
}

function addresses(sheet: Sheet) {
  const port = sheet.port('SEINPOST_PORT', 3300);
  const practicePort = sheet.port('SEINPOST_PRACTICE_PORT', 3301);
  const mailPort = sheet.port('SEINPOST_MAIL_PORT', 3325);
  return {
    port,
    host: sheet.text('SEINPOST_HOST'),
    baseUrl: (sheet.url('SEINPOST_BASE_URL', ['http', 'https']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    practice: sheet.flag('SEINPOST_PRACTICE', false),
    practicePort,
    practiceMailPort: sheet.port('SEINPOST_PRACTICE_MAIL_PORT', mailPort === 0 ? 0 : mailPort + 1),
    mailPort,
    mailHost: sheet.text('SEINPOST_MAIL_HOST') ?? '127.0.0.1',
    captureAllow: Object.freeze(sheet.hosts('SEINPOST_CAPTURE_ALLOW', [`127.0.0.1:${practicePort}`])),
  };
}

function mail(sheet: Sheet) {
  const imap = server(sheet, 'IMAP', true, { secure: 993, plain: 143 });
  return {
    mailDomain: sheet.text('SEINPOST_MAIL_DOMAIN') ?? 'seinpost.test',
    anchorMail: Object.freeze(sheet.addresses('SEINPOST_ANCHOR_MAIL')),
    smtp: server(sheet, 'SMTP', false, { secure: 465, plain: 587 }),
    imap: imap && Object.freeze({ ...imap, folder: sheet.text('SEINPOST_IMAP_FOLDER') ?? 'INBOX' }),
  };
}

function apis(sheet: Sheet): ApiAccess {
  const mastodon = sheet.tokens('SEINPOST_MASTODON_TOKENS');
  const service = sheet.origin('SEINPOST_BLUESKY_SERVICE', 'https://bsky.social');
  const identifier = sheet.text('SEINPOST_BLUESKY_ACCOUNT')?.replace(/^@/, '');
  const password = sheet.password('SEINPOST_BLUESKY_PASSWORD');
  if ((identifier === undefined) !== (password === undefined)) {
    sheet.problems.push('SEINPOST_BLUESKY_ACCOUNT and SEINPOST_BLUESKY_PASSWORD belong together; set both or neither.');
  }
  const hasBoth = identifier !== undefined && password !== undefined;
  return Object.freeze({ mastodon, ...(hasBoth ? { bluesky: Object.freeze({ service, identifier, password }) } : {}) });
}

function server(
  sheet: Sheet,
  kind: 'SMTP' | 'IMAP',
  secureByItself: boolean,
  ports: { secure: number; plain: number },
): MailServer | undefined {
  const secure = sheet.flag(`SEINPOST_${kind}_SECURE`, secureByItself);
  const port = sheet.port(`SEINPOST_${kind}_PORT`, secure ? ports.secure : ports.plain);
  const user = sheet.text(`SEINPOST_${kind}_USER`);
  const password = sheet.password(`SEINPOST_${kind}_PASSWORD`);
  const host = sheet.text(`SEINPOST_${kind}_HOST`);
  if (host === undefined && (user ?? password) !== undefined) {
    sheet.problems.push(
      `SEINPOST_${kind}_USER or _PASSWORD is set without SEINPOST_${kind}_HOST; name the server too.`,
    );
  }
  return host === undefined ? undefined : Object.freeze({ host, port, secure, user, password });
}
