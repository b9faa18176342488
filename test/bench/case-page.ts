import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener } from 'node:http';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { Templates } from '#adapters/templates/templates.js';
import { deskFacts, DeskVisit } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { Client } from './client.js';
import { median, type Measure } from './figure.js';
import { cpu, listening, NOTICES, oneCase, PATH, portOf } from './one-case.js';
import { barePage, record } from './recorded-page.js';

const ROUNDS = 9;
const REQUESTS = 400;

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
