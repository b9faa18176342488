/**
 * Routes that are let through and then find nothing, because the matrix makes no such thing: people, tokens, dossiers, a
 * letter of withdrawal, a notice that is not reportable, a question. Whoever may not is refused before that; on every other route a
 * 404 means hidden.
 */
export const FINDS_NOTHING: ReadonlySet<string> = new Set([
  'GET /api/notices/:id/notice.json',
  'POST /cases/views/:viewId/rename',
  'POST /cases/views/:viewId/remove',
  'GET /cases/together/:batchId',
  'POST /cases/together/:batchId/undo',
  'POST /account/tokens/:id/revoke',
  'GET /search/:asked',
  'GET /dossiers/:id',
  'POST /dossiers/:id/file',
  'GET /dossiers/:id/advance/:to',
  'POST /dossiers/:id/advance/:to',
  'GET /notices/:id/withdraw/:digest',
  'POST /notices/:id/withdraw/:digest',
  'GET /notices/:id/not-reportable',
  'POST /notices/:id/not-reportable',
  'GET /users/:id',
  'GET /users/:id/role',
  'GET /users/:id/role/check',
  'POST /users/:id/role',
  'GET /users/:id/disable',
  'POST /users/:id/disable',
  'POST /users/:id/enable',
  'POST /users/:id/end-sessions',
  'POST /users/:id/link',
  'POST /users/:id/link/withdraw',
  'GET /users/:id/reset',
  'POST /users/:id/reset',
  'POST /users/:id/reset/confirm',
  'POST /users/:id/reset/withdraw',
]);
