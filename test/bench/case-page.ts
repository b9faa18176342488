import type { NestExpressApplication } from '@nestjs/platform-express';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { Templates } from '#adapters/templates/templates.js';
import { deskFacts, DeskVisit, practiceAccounts } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { Client } from './client.js';
import { median, type Measure } from './figure.js';
import { fillFollowUp } from './follow-up-rows.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { barePage, record } from './recorded-page.js';

const ROUNDS = 9;
const REQUESTS = 400;
const NOTICES = 5;
const CASE = '00000000-0000-4000-8000-000000000001';
const PATH = `/cases/${CASE}`;

/** A case page of the desk against the same SQL and the same template on bare `node:http`, by CPU of this process. */
export const casePage: Measure = {
  name: 'case-page',
  async run({ database, share }) {
    const url = await database.fresh('bench_case_page');
    await oneCase(url);
    const facts = deskFacts(url);
    const app = await deskApp(facts);
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    try {
      const [ours, reference] = await compare(app, pool, Math.round(REQUESTS * Math.max(share, 0.25)));
      const what = `a case page with ${NOTICES} notices, against bare node:http`;
      return [{ what, ours, reference, unit: 'ms CPU', bound: { most: 3 } }];
    } finally {
      await app.close();
      await pool.end();
      rmSync(facts.var, { recursive: true, force: true });
    }
  },
};

/** A practice desk with one case that has some notices. */
async function oneCase(url: string): Promise<void> {
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
    `insert into case_files (id, reference, content, status, opened_at, version)
     values ($1, 'Z-2026-00001', $2, 'open', now(), 1)`,
    [CASE, content],
  );
  await db.query('update notices set case_id = $1 where id in (select id from notices order by sent_at limit $2)', [
    CASE,
    NOTICES,
  ]);
  await db.query('vacuum analyze');
  await db.destroy();
}

async function compare(app: NestExpressApplication, pool: pg.Pool, requests: number): Promise<[number, number]> {
  const visit = new DeskVisit(app);
  await visit.signIn();
  const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const templates = app.get(Templates);
  const bare = barePage(await record(templates, () => visit.get(PATH)), templates, pool);
  const desk = app.getHttpAdapter().getInstance() as RequestListener;
  const servers = await Promise.all([desk, bare].map(listening));
  const client = Client.start();
  const costs: [number, number][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const each: number[] = [];
      for (const port of servers.map(portOf))
        each.push(await cpu(() => client.fetch({ port, path: PATH, cookie, requests })));
      if (round > 0) costs.push([each[0]! / requests, each[1]! / requests]); // the first round warms the code
    }
  } finally {
    client.stop();
    for (const server of servers) server.close().closeAllConnections();
  }
  return [median(costs.map(([ours]) => ours)), median(costs.map(([, reference]) => reference))];
}

function listening(answer: RequestListener): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => resolve(server));
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Milliseconds of this process's CPU, user and system, which other programs hardly change. */
async function cpu(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
