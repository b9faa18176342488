import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener } from 'node:http';
import { colleague } from '#test/visits/colleague.js';
import { Client } from './client.js';
import { listening, portOf } from './one-case.js';

/** People who use the desk at the same moment, without a pause between two pages. */
export const CROWD = 30;

/** Cookies of thirty colleagues, each with a session of their own. */
export async function crowd(app: NestExpressApplication): Promise<readonly { userId: string; cookie: string }[]> {
  const all: { userId: string; cookie: string }[] = [];
  for (let n = 0; n < CROWD; n += 1) {
    const { userId, visit } = await colleague(app);
    all.push({ userId, cookie: [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  }
  return all;
}

/** What everybody asks for; each person their own paths, in turns. */
export interface Asked {
  readonly path: readonly string[];
  readonly cookie: readonly string[];
  readonly requests: number;
}

/** The time within which nineteen of twenty pages were made, by the server's clock, in milliseconds. */
export async function p95(app: NestExpressApplication, asked: Asked): Promise<number> {
  const desk = app.getHttpAdapter().getInstance() as RequestListener;
  const times: number[] = [];
  const server = await listening((request, response) => {
    const began = performance.now();
    response.once('finish', () => times.push(performance.now() - began));
    desk(request, response);
  });
  const client = Client.start();
  try {
    await client.fetch({ ...asked, port: portOf(server), requests: CROWD, atOnce: CROWD }); // warms code and database
    times.length = 0;
    await client.fetch({ ...asked, port: portOf(server), atOnce: CROWD });
  } finally {
    client.stop();
    server.close().closeAllConnections();
  }
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.95) - 1]!;
}
