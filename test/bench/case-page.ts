import { rmSync } from 'node:fs';
import pg from 'pg';
import { deskFacts, DeskVisit } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { againstBare } from './against-bare.js';
import type { Measure } from './figure.js';
import { NOTICES, oneCase, PATH } from './one-case.js';

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
      const visit = new DeskVisit(app);
      await visit.signIn();
      const requests = Math.round(REQUESTS * Math.max(share, 0.25));
      const [ours, reference] = await againstBare(app, pool, { visit, path: PATH, requests, rounds: ROUNDS });
      const what = `a case page with ${NOTICES} notices, against bare node:http`;
      return [{ what, ours, reference, unit: 'ms CPU', bound: { most: 3 } }];
    } finally {
      await app.close();
      await pool.end();
      rmSync(facts.var, { recursive: true, force: true });
    }
  },
};
