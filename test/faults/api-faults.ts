import { ApiCaller } from '#adapters/apis/api-caller.js';
import { freeze } from '#adapters/apis/frozen-request.js';
import { MASTODON_REPORTS } from '#adapters/apis/mastodon/mastodon-report-writer.js';
import { MastodonTransport } from '#adapters/apis/mastodon/mastodon-transport.js';
import { PgDueDeliveries } from '#adapters/postgres/pg-due-deliveries.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { SendDueDeliveries } from '#application/correspondence/send-due-deliveries.js';
import type { ApiTrick } from '#test/fakes/api-server.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import type { SendingDesk, Waiting } from '#test/flows/sending/sending-desk.js';
import { type Fault, type Ground, holds } from './fault.js';
import { StruckSender } from './strike.js';
import { turn } from './survivor.js';

const POST = `POST ${MASTODON_REPORTS}`;

/** Where a sender is killed that posts a report, and how its delivery must stand once a survivor has had its turn. */
export const API_KILLS = [
  { at: 'after-lease', ends: ['sent'] },
  { at: 'connected', ends: ['sent'] },
  { at: 'body-offered', ends: ['unknown'] },
  { at: 'server-has-it', ends: ['unknown'] },
  { at: 'after-250', ends: ['unknown'] },
  { at: 'after-commit', ends: ['sent'] },
  { at: 'any-moment', ends: ['sent', 'unknown'] },
] as const;
export type ApiKill = (typeof API_KILLS)[number];

/** A report that waits to be posted to this server. */
export function reportWaits(desk: SendingDesk, { origin }: MastodonServer, n: number): Promise<Waiting> {
  const report = {
    account_id: '14715',
    status_ids: ['111'],
    comment: `report ${n}`,
    forward: false,
    category: 'legal',
  };
  const headers = { 'Idempotency-Key': n.toString(16).padStart(32, '0') };
  const body = Buffer.from(JSON.stringify(report));
  const bytes = freeze({ origin, path: MASTODON_REPORTS, headers, body });
  return desk.wait(n, { but: { format: 'mastodon-report', recipient: origin, bytes } });
}

/** Another sender has its turn; `whole` milliseconds it waits for an answer, short only where none will ever come. */
async function survivor(desk: SendingDesk, { origin }: MastodonServer, whole = 30_000): Promise<void> {
  const caller = new ApiCaller(() => Promise.resolve('practice'), { connecting: 5000, whole });
  const transport = new MastodonTransport(caller, new Map([[origin, MASTODON_TOKEN]]));
  const send = new SendDelivery(desk.books, transport, new NodeDigests());
  const troubles = await turn(new SendDueDeliveries(desk.books, new PgDueDeliveries(desk.db), send));
  if (troubles.length > 0) throw troubles[0];
}

/** Kills a real sender there, lets time pass, lets others have their turn, and counts what the server got. */
export async function killApiSender({ desk, random, next }: Ground, { at, ends }: ApiKill): Promise<void> {
  const server = await new MastodonServer().open();
  try {
    const waiting = await reportWaits(desk, server, next());
    await strike(desk, server, at, random);
    await desk.letTimePass(waiting.deliveryId);
    server.play({});
    await survivor(desk, server);
    await survivor(desk, server);
    const { state } = await desk.standing(waiting.deliveryId);
    const posts = server.cameInAt(POST).length;
    holds(posts <= 1, `${posts} posts for one delivery`);
    holds((ends as readonly string[]).includes(state), `the delivery is ${state}, not ${ends.join(' or ')}`);
    holds(state !== 'sent' || server.reports.length === 1, 'sent, but no report came in');
    holds(server.wrong.length === 0, server.wrong.join('; '));
  } finally {
    await server.close();
  }
}

async function strike(
  desk: SendingDesk,
  server: MastodonServer,
  at: ApiKill['at'],
  random: () => number,
): Promise<void> {
  const outside = at === 'server-has-it' || at === 'any-moment';
  const wish = { url: desk.url, port: 1, instance: server.origin, signal: 'SIGKILL' } as const;
  const sender = StruckSender.begin({ ...wish, at: outside ? 'never' : at });
  const killed = async () => {
    sender.kill();
    await sender.gone();
  };
  if (at === 'server-has-it') server.play({ [POST]: killed });
  if (at === 'any-moment') {
    await sender.begun();
    await new Promise((resolve) => setTimeout(resolve, random() * 120));
    await killed();
  }
  await sender.gone();
}

/** One turn against a server that plays a trick, then one against a good one, which must not bring a second report. */
async function tried({ desk, next }: Ground, trick: ApiTrick, stands: string): Promise<void> {
  const server = await new MastodonServer().open();
  try {
    const { deliveryId } = await reportWaits(desk, server, next());
    server.play({ [POST]: trick });
    await survivor(desk, server, trick === 'hang' || trick === 'drip' ? 1500 : undefined);
    const { state } = await desk.standing(deliveryId);
    holds(state === stands, `the delivery is ${state}, not ${stands}`);
    server.play({});
    await desk.letTimePass(deliveryId);
    await survivor(desk, server);
    const again = stands === 'deferred' ? 1 : 0;
    const posts = server.cameInAt(POST).length;
    holds(posts <= 1 + again, `${posts} posts for one delivery`);
    holds(server.reports.length <= 1, `${server.reports.length} reports of one delivery`);
  } finally {
    await server.close();
  }
}

const each = (stands: string, tricks: readonly ApiTrick[]) => async (ground: Ground) => {
  for (const trick of tricks) await tried(ground, trick, stands);
};

/** The part of the plan about reports that are posted to an interface; the numbers are those of the same faults by mail. */
export const API_FAULTS: readonly Fault[] = [
  ...API_KILLS.map((kill) => ({
    number: 'F02',
    says: `kill -9 of the sender of a report at ${kill.at}: no second post, it ends as ${kill.ends.join(' or ')}`,
    run: async (ground: Ground) => {
      for (let time = 0; time < ground.times; time += 1) await killApiSender(ground, kill);
    },
  })),
  {
    number: 'F23',
    says: '429 and 408 to a report: deferred',
    run: each('deferred', [{ status: 429 }, { status: 408 }]),
  },
  {
    number: 'F24',
    says: '400, 401, 403, 404, 422 to a report: failed, never posted again',
    run: each(
      'failed',
      [400, 401, 403, 404, 422].map((status) => ({ status })),
    ),
  },
  {
    number: 'F27',
    says: 'a report whose answer is lost, late, broken, too large, 5xx or no receipt: unknown, never posted again',
    run: each('unknown', [
      'drop',
      'cut',
      'half',
      'hang',
      'drip',
      'flood',
      { status: 502 },
      { status: 200, body: '{}' },
    ]),
  },
];
