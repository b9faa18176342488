import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { Books } from '#application/books.js';
import type { Role } from '#domain/access/role.js';
import { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { LINES, type Line } from '#domain/notice/codes.js';
import { SESSION_COOKIE } from '../../apps/web/src/frame/cookies.js';
import { DeskVisit, wholeSession } from './desk-visit.js';

/** Somebody else at the desk under test, signed in. */
export interface ColleagueVisit {
  readonly userId: string;
  readonly email: string;
  readonly visit: DeskVisit;
}

/** Adds a person with a role and lines of their own, and lets them come in. */
export async function colleague(
  app: NestExpressApplication,
  { role = 'caseworker', lines = LINES }: { role?: Role; lines?: readonly Line[] } = {},
): Promise<ColleagueVisit> {
  const id = randomUUID();
  const email = `${id}@seinpost.test`;
  const { user, event } = User.add({ id, email, name: `Oefencollega ${id.slice(0, 4)}`, role, lines });
  await app.get(Books).together(system('test'), (books) => books.users.add(user, event));
  return { userId: id, email, visit: await anotherVisit(app, email) };
}

/** The same person in another browser, with a session of its own. */
export async function anotherVisit(app: NestExpressApplication, email: string): Promise<DeskVisit> {
  const visit = new DeskVisit(app);
  visit.cookies.set(SESSION_COOKIE, await wholeSession(app, email));
  await visit.get('/account'); // its form carries the token that later forms need
  return visit;
}
