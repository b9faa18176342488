import type { DeskRequest } from './desk-request.js';

/** The route a request came by, without what is in its address: `GET /cases/:id`. */
export const routeOf = ({ method, route }: DeskRequest): string =>
  `${method} ${(route as { path?: string } | undefined)?.path ?? '/'}`;
