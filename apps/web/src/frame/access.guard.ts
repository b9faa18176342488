import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '#domain/access/role.js';
import type { DeskRequest } from './desk-request.js';
import { OPEN, ROLES_ALLOWED } from './open.decorator.js';

/** Closed unless opened: a page without `@Open()` asks for a person, one with `@Roles(…)` for one of those roles. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN, places)) return true;
    const { person } = context.switchToHttp().getRequest<DeskRequest>();
    if (!person) throw new UnauthorizedException();
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_ALLOWED, places);
    if (roles && !roles.includes(person.role)) throw new ForbiddenException();
    return true;
  }
}
