import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { MakeToken } from '#application/access/make-token.js';
import type { ThingOfCase } from '#application/access/standings.js';
import { decide, type Decision } from '#domain/access/policy.js';
import type { Person } from '#domain/access/reach.js';
import { lends, SCOPES } from '#domain/access/scope.js';
import type { Role } from '#domain/access/role.js';
import { anotherVisit, colleague, type ColleagueVisit } from '#test/visits/colleague.js';
import type { DeclaredRoute } from '../../../apps/web/src/frame/declared-routes.js';
import type { Declared } from '../../../apps/web/src/frame/may.decorator.js';
import { EXAMPLES, usually } from './examples.js';
import { FINDS_NOTHING } from './finds-nothing.js';
import type { Matter } from './matters.js';

/** An answer as the policy speaks: what was let through is `allowed`, whatever came of it then. */
export type Verdict = Decision | 'broken';

export const keyOf = ({ method, path }: DeclaredRoute): string => `${method} ${path}`;
export const isForPrograms = ({ path }: DeclaredRoute): boolean => path.startsWith('/api/');

/** One person of the matrix, who walks with a session or, where only programs come, with a token. */
export class Walker {
  private constructor(
    private readonly app: NestExpressApplication,
    readonly person: Person,
    private readonly who: ColleagueVisit,
    private readonly token: string,
    private visit = who.visit,
  ) {}

  static async of(app: NestExpressApplication, role: Role): Promise<Walker> {
    const who = await colleague(app, { role, lines: ['helpline'] });
    const by = { kind: 'user', userId: who.userId, sessionId: null } as const;
    const { secret } = await app.get(MakeToken).run({ name: 'Proef', scopes: SCOPES, days: 1 }, by);
    return new Walker(app, { userId: who.userId, role, lines: ['helpline'] }, who, secret);
  }

  /** What the policy says for each thing the route is about; for all of them the first that is no yes counts. */
  expects(route: DeclaredRoute, { right, about }: Declared, matter: Matter | null): readonly Decision[] {
    const lent = !isForPrograms(route) || lends(SCOPES, right);
    const first = lent ? decide(this.person, right) : 'refused';
    if (first !== 'allowed' || Object.keys(about).length === 0) return [first];
    const standing = matter && { ...matter.standing, opened: matter.standing.opened && !isForPrograms(route) };
    return Object.keys(about).map(() => (standing ? decide(this.person, right, standing) : 'hidden'));
  }

  /** Says why they open a sealed case, where they may: a session, which walking may have ended, is told each time. */
  async giveReason({ standing, ids }: Matter): Promise<void> {
    const sealed = { ...standing, opened: false };
    if (!standing.opened || decide(this.person, 'case.read', sealed) !== 'reason-needed') return;
    await this.visit.get(`/cases/${ids.case}/open`);
    const answer = await this.visit.post(`/cases/${ids.case}/open`, { reason: 'Proef', to: `/cases/${ids.case}` });
    if (answer.status !== 303) throw new Error(`a sealed case was not opened: ${answer.status}`);
  }

  async walk(
    route: DeclaredRoute,
    about: Declared['about'],
    { ids }: Pick<Matter, 'ids'>,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const of = Object.fromEntries(Object.entries(about).map(([thing, name]) => [name, ids[thing as ThingOfCase]]));
    const values = { id: randomUUID(), ...usually({ ids }), ...EXAMPLES[keyOf(route)], ...of };
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => values[name as 'id'] ?? randomUUID());
    const answer = isForPrograms(route)
      ? await this.program(route.method, path, fields)
      : await this.browser(route.method, path, fields);
    const isOut = answer.get('Location')?.startsWith('/sign-in') || (answer.status === 401 && !isForPrograms(route));
    if (isOut) this.visit = await anotherVisit(this.app, this.who.email);
    return answer;
  }

  private browser(method: string, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return method === 'GET' ? this.visit.get(path) : this.visit.post(path, fields);
  }

  private async program(method: string, path: string, body: object): Promise<Response> {
    const act = method.toLowerCase() as 'get' | 'post' | 'put';
    const headers = { Host: 'localhost', Authorization: `Bearer ${this.token}`, 'Idempotency-Key': randomUUID() };
    const call = request(this.app.getHttpServer())[act](path).set(headers);
    return act === 'get' ? call : call.send(body);
  }
}

/** What a program is told of a case that it may know of and not read. */
const TOLD: Readonly<Record<string, Verdict>> = { 'case.reason-needed': 'reason-needed', 'case.outline-only': 'meta' };
type Told = { readonly error: { readonly code: string } };

/** What was decided, as far as the answer shows; of what is not there and what is hidden the answer is the same. */
export function verdictOf({ status, headers, body }: Response, route: DeclaredRoute): readonly Verdict[] {
  const location = String(headers['location'] ?? '');
  if (status >= 500 || status === 401) return ['broken'];
  if (status === 403) return [(isForPrograms(route) && TOLD[(body as Told).error.code]) || 'refused'];
  if (status === 404) return FINDS_NOTHING.has(keyOf(route)) ? ['hidden', 'allowed'] : ['hidden'];
  if (/\/outline$/.test(location)) return ['meta'];
  return /^\/cases\/[^/]+\/open(\?|$)/.test(location) ? ['reason-needed'] : ['allowed'];
}

/** What somebody reads of an answer, but for what is anew on each page. */
export const readable = ({ text }: Response): string =>
  text.replaceAll(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b|value="[^"]*"/g, '…');
