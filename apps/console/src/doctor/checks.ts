import { existsSync } from 'node:fs';
import { browserCheck } from '#adapters/browser/browser-check.js';
import { findBrowser } from '#adapters/browser/find-browser.js';
import { launch } from '#adapters/browser/launch.js';
import { kindOf, serverVersion, TRIGRAMS_REMEDY, trigramsVersion } from '#adapters/postgres/database-facts.js';
import type { MailServer } from '#adapters/settings/settings.js';
import { Installation } from '#application/access/installation.js';
import { Register } from '#application/provider/register.js';
import type { Desk } from '../desk.js';
import { apiCheck } from './api-check.js';
import { addressesCheck } from './addresses.js';
import { fail, ok, warn, type Found } from './finding.js';
import { groundsFinding } from './grounds.js';
import { platformsFinding } from './platforms.js';
import { answersOn } from './reach.js';
import { keyCheck, rolesCheck, secretsCheck } from './secret-checks.js';

/** One thing to look at; a look that throws counts as a failure with the error's sentence. */
interface Check {
  readonly name: string;
  readonly look: (desk: Desk) => Promise<Found>;
}

/** Everything the desk leans on, in the order an operator would mend it. */
export const CHECKS: readonly Check[] = [
  { name: 'node', look: () => Promise.resolve(node()) },
  { name: 'database', look: database },
  { name: 'search', look: search },
  { name: 'database-roles', look: rolesCheck },
  { name: 'key', look: keyCheck },
  { name: 'secrets', look: secretsCheck },
  { name: 'organisation', look: organisation },
  { name: 'grounds', look: grounds },
  { name: 'platforms', look: platforms },
  { name: 'addresses', look: addressesCheck },
  { name: 'browser', look: browser },
  { name: 'sandbox', look: sandbox },
  { name: 'letters', look: (desk) => browserCheck({ chromium: desk.settings.chromium }) },
  { name: 'capture-allow', look: (desk) => Promise.resolve(captureAllow(desk)) },
  { name: 'mail-out', look: mailOut },
  { name: 'mail-in', look: (desk) => mailServer(desk.settings.imap, 'IMAP', 'mail comes through the intake') },
  { name: 'interfaces', look: apiCheck },
  { name: 'corpus', look: (desk) => Promise.resolve(corpus(desk)) },
];

function node() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const detail = `Node ${process.versions.node}`;
  const enough = major > 24 || (major === 24 && minor >= 9);
  return enough ? ok(detail) : fail(detail, 'start through npm, or install Node 24.9 or newer');
}

async function database(desk: Desk) {
  const source = await desk.dataSource();
  const which = desk.settings.databaseUrl === undefined ? 'embedded' : 'of DATABASE_URL';
  const kind = await kindOf(source);
  const detail = `PostgreSQL ${await serverVersion(source)} (${which}), ${kind ?? 'empty'}`;
  return kind ? ok(detail) : warn(detail, 'run "seinpost migrate" to load the reference data');
}

async function search(desk: Desk) {
  const version = await trigramsVersion(await desk.dataSource());
  return version ? ok(`pieces of words by pg_trgm ${version}`) : fail('the extension pg_trgm is gone', TRIGRAMS_REMEDY);
}

/** Without a name and an address every notice has the blocker `submitter-missing`, so nothing can be sent. */
async function organisation(desk: Desk) {
  const { deskName, deskEmail } = await (await desk.get(Installation)).organisation();
  if (deskName !== '' && deskEmail !== '') return ok(`${deskName} <${deskEmail}>`);
  const remedy =
    'name a JSON file with who you are in SEINPOST_ORGANISATION, run "seinpost migrate" and restart the desk';
  return warn('the desk has no name or no mail address, so no notice can be sent', remedy);
}

async function grounds(desk: Desk) {
  const { country } = await (await desk.get(Installation)).organisation();
  return groundsFinding(await (await desk.get(Register)).grounds(), country);
}

async function platforms(desk: Desk) {
  return platformsFinding(await (await desk.get(Register)).platforms());
}

async function browser(desk: Desk) {
  const found = await findBrowser({ chromium: desk.settings.chromium });
  return ok(`${found.kind} from ${found.source}: ${found.path}`);
}

/** The browser is started for real: whether its sandbox works cannot be known otherwise. */
async function sandbox(desk: Desk) {
  const started = await launch(await findBrowser({ chromium: desk.settings.chromium }), {
    reach: 'nothing',
    pictures: false,
  });
  const version = await started.browser.version();
  await started.end();
  return ok(`on (${started.sandbox}), ${version}`);
}

function captureAllow({ settings }: Desk) {
  const hosts = settings.captureAllow.join(', ');
  if (hosts === '') return ok('no private address may be captured');
  const practice = settings.captureAllow.every((host) => host === `127.0.0.1:${settings.practicePort}`);
  return practice ? ok(`${hosts} (the practice platform)`) : warn(hosts, 'open private addresses only for a reason');
}

/** A live desk never falls back on the practice platform. */
async function mailOut(desk: Desk) {
  const { smtp } = desk.settings;
  const sendsNothing = !smtp && (await (await desk.get(Installation)).kind()) === 'live';
  if (!sendsNothing) return mailServer(smtp, 'SMTP', 'the practice platform takes the mail');
  return warn('no SMTP server is set, so nothing can be sent', 'set SEINPOST_SMTP_HOST');
}

async function mailServer(server: MailServer | undefined, kind: 'SMTP' | 'IMAP', otherwise: string) {
  if (!server) return ok(`no ${kind} server is set; ${otherwise}`);
  const place = `${server.host}:${server.port}`;
  if (await answersOn(server.host, server.port)) return ok(`${kind} at ${place} answers`);
  return fail(`${kind} at ${place} does not answer`, `correct SEINPOST_${kind}_HOST and SEINPOST_${kind}_PORT`);
}

function corpus({ settings }: Desk) {
  if (settings.corpus === undefined) return ok('none; tests with mails of real providers are skipped');
  if (existsSync(settings.corpus)) return ok(settings.corpus);
  return warn(`${settings.corpus} is not there`, 'correct SEINPOST_CORPUS');
}
