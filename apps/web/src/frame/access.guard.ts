import {
  ForbiddenException,
  Injectable,
  NotFoundException,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { SignedIn } from '#application/access/sessions.js';
import { Standings, type FoundStanding, type ThingOfCase } from '#application/access/standings.js';
import { decide, type Decision } from '#domain/access/policy.js';
import { lends } from '#domain/access/scope.js';
import { declaredBy } from './declared.js';
import type { DeskRequest } from './desk-request.js';
import type { Declared } from './may.decorator.js';
import { Elsewhere } from './elsewhere.js';
import { Looks } from './looks.js';

/** What was asked for, and the answer. */
export interface Looked {
  readonly thing: ThingOfCase | null;
  readonly id: string | null;
  readonly standing: FoundStanding | undefined;
  readonly decision: Decision;
}

/** Closed unless opened: asks the policy for every page, of every thing it is about, and records what must be known. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly standings: Standings,
    private readonly looks: Looks,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = declaredBy(this.reflector, context.getHandler(), context.getClass());
    if (declared === 'open') return true;
    const request = context.switchToHttp().getRequest<DeskRequest>();
    if (!request.person || !declared) throw new UnauthorizedException();
    const looked = await this.lookAt(request, request.person, declared);
    await this.looks.record(request, declared.right, looked);
    request.confidentiality = looked.find(({ standing }) => standing)?.standing?.confidentiality;
    const refused = looked.find(({ decision }) => decision !== 'allowed');
    return refused ? refuse(request, refused) : true;
  }

  /** The role goes first, and what a token was lent, so that who holds no right learns nothing and nothing is looked up. */
  private async lookAt(request: DeskRequest, person: SignedIn, { right, about }: Declared): Promise<Looked[]> {
    const lent = request.scopes === undefined || lends(request.scopes, right);
    const decision = lent ? decide(person, right) : 'refused';
    const refused = { thing: null, id: null, standing: undefined, decision };
    const things = Object.entries(about) as [ThingOfCase, string][];
    if (decision !== 'allowed' || things.length === 0) return [refused];
    return Promise.all(
      things.map(async ([thing, parameter]) => {
        const id = String(request.params[parameter]);
        const standing = await this.standings.of(thing, id, person);
        return { thing, id, standing, decision: standing ? decide(person, right, standing) : ('hidden' as const) };
      }),
    );
  }
}

/** What exists and what does not are refused in the same words. */
function refuse(request: DeskRequest, { decision, standing }: Looked): never {
  const path = request.method === 'GET' ? request.originalUrl : null;
  if (decision === 'refused') throw new ForbiddenException();
  if (decision === 'hidden' || !standing?.caseId) throw new NotFoundException();
  throw new Elsewhere(decision === 'meta' ? 'outline' : 'reason', standing.caseId, path);
}
