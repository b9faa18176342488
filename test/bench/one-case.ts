import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { practiceAccounts } from '#test/visits/desk-visit.js';
import { fillFollowUp } from './follow-up-rows.js';

export const NOTICES = 5;
export const CASE = '00000000-0000-4000-8000-000000000001';
export const PATH = `/cases/${CASE}`;

/** A practice desk with one case that has some notices. */
export async function oneCase(url: string): Promise<void> {
  await practiceAccounts(url);
  const db = await openDataSource(url, 1);
  await fillFollowUp(db, { from: 0, to: 1000 });
  const content = {
    ...{ line: 'helpline', helpSeekerReference: 'H-1', ageBand: '16-17', mandate: 'none', mandateValidUntil: null },
    ...{
      manipulated: 'unknown',
      urgency: 'soon',
      threatToLife: false,
      summary: 'Oefenzaak',
    },
  };
  await db.query(
    `insert into case_files (id, reference, content, confidentiality, named, status, opened_at, version)
     values ($1, 'Z-2026-00001', $2, 'normal', '{}', 'open', now(), 1)`,
    [CASE, content],
  );
  await db.query('update notices set case_id = $1 where id in (select id from notices order by sent_at limit $2)', [
    CASE,
    NOTICES,
  ]);
  await db.query('vacuum analyze');
  await db.destroy();
}

export function listening(answer: RequestListener): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => resolve(server));
  });
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Milliseconds of this process's CPU, user and system, which other programs hardly change. */
export async function cpu(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
