import { readFile } from 'node:fs/promises';
import { deskHasher } from '#adapters/access/argon2-hasher.js';
import { readHistory } from '#adapters/history/read-history.js';
import { alone } from '#adapters/postgres/alone.js';
import { PgSecondFactors } from '#adapters/postgres/access/pg-second-factors.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { projectPath } from '#adapters/settings/project.js';
import { Installation } from '#application/access/installation.js';
import { KeyRing } from '#application/access/key-ring.js';
import { seedPracticeUsers, type PracticeAccount } from '#application/access/seed-practice-users.js';
import { Books } from '#application/books.js';
import { SeedPractice } from '#application/case/seed-practice.js';
import { Identities } from '#application/identities.js';
import { addressOf } from './database.js';
import type { Desk } from './desk.js';

/** Fills a practice desk: accounts, the reconstructed history, cases. Repeatable, one at a time; refuses on a live desk. */
export async function fillPractice(desk: Desk): Promise<readonly PracticeAccount[]> {
  const db = await desk.dataSource();
  const users = new PgUsers(db);
  return alone(await addressOf(desk.settings), 'fill-practice', async () => {
    const installation = await desk.get(Installation);
    const [books, identities] = [await desk.get(Books), await desk.get(Identities)];
    const means = { installation, users, books, identities, hasher: deskHasher(await desk.get(KeyRing)) };
    const totpSecrets = new PgTotpSecrets(db, await desk.get(KeyRing));
    const accounts = await seedPracticeUsers({ ...means, factors: new PgSecondFactors(db), totpSecrets });
    const history = readHistory(await readFile(projectPath('migrations', 'reference', 'practice', 'notices-2025.csv')));
    const address = `http://127.0.0.1:${desk.settings.practicePort}`;
    await (await desk.get(SeedPractice)).run(history, address);
    return accounts;
  });
}
