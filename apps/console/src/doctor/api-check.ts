import { ApiCaller } from '#adapters/apis/api-caller.js';
import { probeAccess, type AccessStanding } from '#adapters/apis/probe-access.js';
import { Installation } from '#application/access/installation.js';
import type { Desk } from '../desk.js';
import { fail, ok, warn, type Found } from './finding.js';

/** Whether the servers we report to by interface know us; asked of them for real, and what we sign in by is never shown. */
export async function apiCheck(desk: Desk): Promise<Found> {
  const { apis } = desk.settings;
  if (apis.mastodon.size === 0 && !apis.bluesky)
    return ok('no account anywhere; no report goes to Mastodon or Bluesky');
  const kind = await (await desk.get(Installation)).kind();
  const caller = new ApiCaller(() => Promise.resolve(kind), { connecting: 5000, whole: 10_000 });
  return judged(await probeAccess(apis, caller));
}

/** The gravest of what was found decides; all of it is told. */
function judged(standings: readonly AccessStanding[]): Found {
  const detail = standings.map(({ host, is, words }) => `${host}: ${SAYS[is]}${words && ` (${words})`}`).join('; ');
  const worst = GRAVEST.find((one) => standings.some(({ is }) => is === one));
  if (worst === undefined) return ok(detail);
  return (worst === 'too-much' ? warn : fail)(detail, REMEDIES[worst]);
}

const SAYS: Readonly<Record<AccessStanding['is'], string>> = {
  fine: 'knows us',
  'too-much': 'the token may do more than it needs',
  'too-little': 'the token lacks a scope',
  refused: 'refuses us',
  'out-of-reach': 'cannot be reached',
};

const GRAVEST = ['refused', 'too-little', 'out-of-reach', 'too-much'] as const;

const NEW_TOKEN = 'make a token with the scopes read:accounts and write:reports only, and set it anew';

const REMEDIES: Readonly<Record<(typeof GRAVEST)[number], string>> = {
  refused: 'make a new token, or a new app password, and set it in place of the old one',
  'too-little': NEW_TOKEN,
  'out-of-reach': 'correct the server’s name in the settings, or wait until it answers again',
  'too-much': NEW_TOKEN,
};
