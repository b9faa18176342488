import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener } from 'node:http';
import type pg from 'pg';
import { Templates } from '#adapters/templates/templates.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { Client } from './client.js';
import { median } from './figure.js';
import { cpu, listening, portOf } from './one-case.js';
import { barePage, record } from './recorded-page.js';

/** One page, by whom, how often in a round, and in how many rounds. */
interface Compared {
  readonly visit: DeskVisit;
  readonly path: string;
  readonly requests: number;
  readonly rounds: number;
}

/** Milliseconds of this process's CPU for one page of the desk, and for the same SQL and template on bare `node:http`. */
export async function againstBare(
  app: NestExpressApplication,
  pool: pg.Pool,
  { visit, path, requests, rounds }: Compared,
): Promise<[ours: number, reference: number]> {
  const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const templates = app.get(Templates);
  const bare = barePage(await record(templates, () => visit.get(path)), templates, pool);
  const desk = app.getHttpAdapter().getInstance() as RequestListener;
  const servers = await Promise.all([desk, bare].map(listening));
  const client = Client.start();
  const costs: [number, number][] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const each: number[] = [];
      for (const port of servers.map(portOf))
        each.push(await cpu(() => client.fetch({ port, path, cookie, requests })));
      if (round > 0) costs.push([each[0]! / requests, each[1]! / requests]); // the first round warms the code
    }
  } finally {
    client.stop();
    for (const server of servers) server.close().closeAllConnections();
  }
  return [median(costs.map(([ours]) => ours)), median(costs.map(([, reference]) => reference))];
}
