import { UnauthorizedException } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { ownPath } from '../frame/own-path.js';

/** Whose password was right and whose second step is still to come; nobody else gets anything from these pages. */
export function halfOf(request: DeskRequest): SignedIn {
  if (!request.half) throw new UnauthorizedException();
  return request.half;
}

/** Where somebody goes who is not half-way: on, when they signed in already, else to the first step. */
export function instead(request: DeskRequest, response: Response, to: unknown): void {
  const path = ownPath(to);
  response.redirect(303, request.person ? path : `/sign-in?to=${encodeURIComponent(path)}`);
}
