import { createParamDecorator, UnauthorizedException, type ExecutionContext } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import type { Actor } from '#domain/event.js';
import type { DeskRequest } from './desk-request.js';

/** The person behind the request: `list(@CurrentUser() person: SignedIn)`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { person } = context.switchToHttp().getRequest<DeskRequest>();
  if (!person) throw new UnauthorizedException();
  return person;
});

/** The same person as the log names them. */
export const actor = (person: SignedIn): Actor & { readonly kind: 'user' } => ({
  kind: 'user',
  userId: person.userId,
  sessionId: person.sessionId,
});
