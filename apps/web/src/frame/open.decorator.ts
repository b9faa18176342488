import { SetMetadata } from '@nestjs/common';
import type { Role } from '#domain/access/role.js';

export const OPEN = 'desk:open';
export const ROLES_ALLOWED = 'desk:roles';

/** A page that anyone may see without signing in; every other page asks for it. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** A page for these roles only; without it every role that signed in may see it. */
export const Roles = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(ROLES_ALLOWED, roles);
