import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { Argon2Hasher } from '#adapters/access/argon2-hasher.js';
import { HkdfKeyRing } from '#adapters/access/hkdf-key-ring.js';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { PgSecondFactors } from '#adapters/postgres/access/pg-second-factors.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { PgBooks } from '#adapters/postgres/pg-books.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { readSettings } from '#adapters/settings/settings.js';
import { RandomIdentities } from '#adapters/system/random-identities.js';
import { Sessions } from '#application/access/sessions.js';
import { TotpCodes } from '#application/access/totp-codes.js';
import { TotpSecrets } from '#application/access/totp-secrets.js';
import { Users } from '#application/access/users.js';
import { PRACTICE_ACCOUNTS, seedPracticeUsers } from '#application/access/seed-practice-users.js';
import type { Organisation } from '#domain/access/organisation.js';
import type { Role } from '#domain/access/role.js';
import { firstUnused } from '#domain/access/totp.js';
import { TEST_KEY } from '#test/setup/test-key.js';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';
import { SESSION_COOKIE } from '../../apps/web/src/frame/cookies.js';
import type { WebFacts } from '../../apps/web/src/web.module.js';

/** Hashes made for a test need not be slow; the desk reads the strength from the hash itself. */
const QUICK = { memory: 64, passes: 1, lanes: 1 };

/** Makes an empty, migrated database a practice desk: reference data and an account for each role. */
export async function practiceAccounts(
  databaseUrl: string,
  but: Partial<Organisation> = {},
  practiceHost?: string,
): Promise<void> {
  const db = await openDataSource(databaseUrl, 2);
  const jobs = await JobQueue.open(databaseUrl, false);
  try {
    await seedReference(db, {
      ...referenceLists('practice', undefined, practiceHost),
      organisation: anOrganisation(but),
    });
    const installation = new PgInstallation(db);
    await seedPracticeUsers({
      installation,
      users: new PgUsers(db),
      books: new PgBooks(db, jobs, installation),
      identities: new RandomIdentities(),
      hasher: new Argon2Hasher(QUICK),
      factors: new PgSecondFactors(db),
      totpSecrets: new PgTotpSecrets(db, new HkdfKeyRing(TEST_KEY)),
    });
  } finally {
    await jobs.close();
    await db.destroy();
  }
}

/** What a desk under test is started with: the web's own role, and a folder of its own for what it keeps on disk. */
export function deskFacts(ownersAddress: string): WebFacts {
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-desk-var-'));
  const { chromium } = readSettings();
  const place = { baseUrl: 'http://localhost:3300', behindProxy: false, var: folder };
  const captureAllow = ['127.0.0.1:3301']; // where the register has the practice platform
  return { databaseUrl: addressFor('web', ownersAddress), ...place, key: TEST_KEY, chromium, captureAllow };
}

/** The practice account of a role. */
export function accountOf(role: Role): { email: string; password: string } {
  const account = PRACTICE_ACCOUNTS.find((each) => each.role === role);
  if (!account) throw new Error(`no practice account for ${role}`);
  return { email: account.email, password: account.password };
}

/** The secret of a whole session of the person with this address, opened past the pages of sign-in. */
export async function wholeSession(app: NestExpressApplication, email: string): Promise<string> {
  const user = await app.get(Users).byEmail(email);
  if (!user) throw new Error(`nobody here has the address ${email}`);
  return app.get(Sessions).open(user.id, { proofs: ['password', 'totp'], device: 'Test' });
}

/** One browser at the desk: keeps its cookies and the token of the page it saw last. */
export class DeskVisit {
  readonly cookies = new Map<string, string>();
  token = '';

  constructor(private readonly app: NestExpressApplication) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(await request(this.app.getHttpServer()).get(path).set(this.headers(headers)));
  }

  /**
   * Posts a form with the token of the last page and a key of its own, as a browser would; `_csrf` and `_once` in the fields
   * replace them.
   */
  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const form = request(this.app.getHttpServer()).post(path).type('form').set(this.headers(headers));
    return this.keep(await form.send({ _csrf: this.token, _once: randomUUID(), ...fields }));
  }

  /** Posts a form with files, its token and key before them, as a browser would. */
  async upload(
    path: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    fields: Record<string, string> = {},
  ): Promise<Response> {
    const form = request(this.app.getHttpServer()).post(path).set(this.headers({}));
    for (const [name, value] of Object.entries({ _csrf: this.token, _once: randomUUID(), ...fields })) {
      form.field(name, value);
    }
    for (const { name, bytes } of files) form.attach('files', Buffer.from(bytes), { filename: name });
    return this.keep(await form);
  }

  /** Comes in with a whole session, past the pages of sign-in, as often as a test likes; they have tests of their own. */
  async signIn(role: Role = 'caseworker'): Promise<Response> {
    this.cookies.set(SESSION_COOKIE, await wholeSession(this.app, accountOf(role).email));
    return this.get('/work');
  }

  /** The next code of a person's authenticator app; three in a row count at any moment. */
  async codeOf(email: string): Promise<string> {
    const user = await this.app.get(Users).byEmail(email);
    const kept = user && (await this.app.get(TotpSecrets).inUse(user.id));
    if (!kept) throw new Error(`${email} has no authenticator app`);
    return this.app.get(TotpCodes).codeOf(kept.secret, firstUnused(kept.lastStep, new Date()));
  }

  /** The session's secret, as the browser holds it. */
  get secret(): string | undefined {
    return this.cookies.get(SESSION_COOKIE);
  }

  private headers(more: Record<string, string>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { Host: 'localhost', ...(cookie ? { Cookie: cookie } : {}), ...more };
  }

  private keep(answer: Response): Response {
    for (const line of answer.get('Set-Cookie') ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value) this.cookies.set(name, value);
      else if (name) this.cookies.delete(name);
    }
    this.token = /name="_csrf" value="([^"]+)"/.exec(answer.text ?? '')?.[1]?.replaceAll('&#x3D;', '=') ?? this.token;
    return answer;
  }
}
