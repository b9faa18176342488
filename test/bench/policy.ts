import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener } from 'node:http';
import { rmSync } from 'node:fs';
import { Standings } from '#application/access/standings.js';
import { Users } from '#application/access/users.js';
import { decide } from '#domain/access/policy.js';
import type { Person } from '#domain/access/reach.js';
import { accountOf, deskFacts, DeskVisit } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { Client } from './client.js';
import { median, type Measure } from './figure.js';
import { CASE, cpu, listening, oneCase, PATH, portOf } from './one-case.js';

const ROUNDS = 9;
const REQUESTS = 400;
const AT_ONCE = 4;

/** What asking the policy costs, with looking up how the case stands, as a part of what the page of that case costs. */
export const policy: Measure = {
  name: 'policy',
  async run({ database, share }) {
    const url = await database.fresh('bench_policy');
    await oneCase(url);
    const facts = deskFacts(url);
    const app = await deskApp(facts);
    try {
      const requests = Math.round(REQUESTS * Math.max(share, 0.25));
      const [asked, decided, page] = await compare(app, requests);
      return [
        { what: 'deciding who may, against the whole page', ours: decided, reference: page, ...BOUND },
        { what: 'looking the case up and deciding, against the whole page', ours: asked, reference: page, ...BOUND },
      ];
    } finally {
      await app.close();
      rmSync(facts.var, { recursive: true, force: true });
    }
  },
};

const BOUND = { unit: 'ms CPU', bound: { most: 0.05 } } as const;

/** Milliseconds of CPU for each: look-up with decision, decision alone, page. */
async function compare(app: NestExpressApplication, requests: number): Promise<[number, number, number]> {
  const visit = new DeskVisit(app);
  await visit.signIn();
  const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const person = await caseworker(app);
  const server = await listening(app.getHttpAdapter().getInstance() as RequestListener);
  const client = Client.start();
  const costs: [number, number, number][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const asked = await cpu(() => ask(app.get(Standings), person, requests));
      const decided = await cpu(() => only(person, requests));
      const page = await cpu(() => client.fetch({ port: portOf(server), path: PATH, cookie, requests }));
      if (round > 0) costs.push([asked / requests, decided / requests, page / requests]); // the first one warms the code
    }
  } finally {
    client.stop();
    server.close().closeAllConnections();
  }
  const middle = (which: 0 | 1 | 2): number => median(costs.map((cost) => cost[which]));
  return [middle(0), middle(1), middle(2)];
}

async function caseworker(app: NestExpressApplication): Promise<Person> {
  const user = await app.get(Users).byEmail(accountOf('caseworker').email);
  if (!user) throw new Error('the practice desk has no caseworker');
  return { userId: user.id, role: user.role, lines: user.lines };
}

/** As the guard does, so many at once as the client of the page has connections. */
async function ask(standings: Standings, person: Person, requests: number): Promise<void> {
  let left = requests;
  const one = async (): Promise<void> => {
    while (left-- > 0) {
      const standing = await standings.of('case', CASE, person);
      if (decide(person, 'case.read', standing) !== 'allowed') throw new Error('a caseworker may read this case');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function only(person: Person, requests: number): Promise<void> {
  const standing = { line: 'helpline', confidentiality: 'restricted', named: [person.userId], opened: false } as const;
  for (let n = 0; n < requests; n += 1) {
    if (decide(person, 'case.read', standing) !== 'allowed') throw new Error('who is named may read');
  }
  await Promise.resolve();
}
