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
import { ReasonNeeded } from './reason-needed.js';
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
    if (request.scopes && !lends(request.scopes, declared.right)) throw new ForbiddenException();
    const looked = await this.lookAt(request, request.person, declared);
    await this.looks.record(request, declared.right, looked);
    const refused = looked.find(({ decision }) => decision !== 'allowed');
    return refused ? refuse(refused) : true;
  }

  /** The role goes first, so that who holds no right learns nothing and nothing is looked up. */
  private async lookAt(request: DeskRequest, person: SignedIn, { right, about }: Declared): Promise<Looked[]> {
    const refused = { thing: null, id: null, standing: undefined, decision: decide(person, right) };
    const things = Object.entries(about) as [ThingOfCase, string][];
    if (refused.decision !== 'allowed' || things.length === 0) return [refused];
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
function refuse({ decision, standing }: Looked): never {
  if (decision === 'refused') throw new ForbiddenException();
  if (decision === 'hidden' || !standing?.caseId) throw new NotFoundException();
  if (decision === 'reason-needed') throw new ReasonNeeded(standing.caseId);
  throw new NotFoundException();
}
