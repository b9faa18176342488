import { holds } from '#test/faults/fault.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { raw, requestText } from './raw.js';
import { routesOf, stateOf, type Wall } from './wall.js';

type Way = readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>];

/** Every form of the desk, sent in every way in which a page of somebody else could have it sent (fault F58). */
export async function forgeryIsRefused(wall: Wall): Promise<void> {
  const before = await stateOf(wall);
  const ways = await waysOf(wall);
  const wrong: string[] = [];
  for (const { path } of routesOf(wall, 'POST')) {
    for (const [what, fields, headers] of ways) {
      const { status } = await wall.visitor.post(path, fields, headers);
      if (!refusalsOf(path).includes(status)) wrong.push(`POST ${path} with ${what}: ${status}`);
    }
    wrong.push(...(await otherShapes(wall, path)));
  }
  holds(wrong.length === 0, wrong.join('; '));
  holds((await stateOf(wall)) === before, 'something was changed');
  holds((await wall.visitor.get('/work')).status === 200, 'the person was signed out');
}

/** The API knows no cookie, so that a browser's request is nobody's there. */
const refusalsOf = (path: string): readonly number[] => (path.startsWith('/api/') ? [401, 403] : [403]);

async function waysOf({ app, visitor }: Wall): Promise<Way[]> {
  const [other, earlier] = [new DeskVisit(app), new DeskVisit(app)];
  await other.signIn('supervisor');
  await earlier.get('/sign-in');
  await visitor.get('/work');
  return [
    ['no token', { _csrf: '' }, {}],
    ['a made-up token', { _csrf: 'x'.repeat(43) }, {}],
    ['the token of another session', { _csrf: other.token }, {}],
    ['the token of an earlier visit', { _csrf: earlier.token }, {}],
    ['a request from another site', {}, { 'Sec-Fetch-Site': 'cross-site' }],
    ['a request from a sister site', {}, { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign origin', {}, { Origin: 'https://elsewhere.test' }],
    ['our name as another’s', {}, { Origin: 'https://localhost.elsewhere.test' }],
  ];
}

/** Bodies that need no leave from us to be sent across sites, and methods that hide behind others. */
async function otherShapes({ port, visitor }: Wall, path: string): Promise<string[]> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = `_csrf=${encodeURIComponent(visitor.token)}&_once=${'k'.repeat(22)}&x=1`;
  const head = { Cookie: cookie, 'Content-Length': String(body.length) };
  const shapes: [string, string, number[]][] = [
    ['as plain text', requestText(`POST ${path}`, { ...head, 'Content-Type': 'text/plain' }, body), [415]],
    ['as no kind', requestText(`POST ${path}`, head, body), [415]],
    [
      'by GET',
      requestText(`GET ${path}?${body}&_method=POST`, { Cookie: cookie }),
      path.startsWith('/api/') ? [401, 404] : [200, 303, 403, 404, 422],
    ],
    [
      'by a hidden method',
      requestText(`GET ${path}?${body}`, { Cookie: cookie, 'X-HTTP-Method-Override': 'POST' }),
      [405],
    ],
    [
      'by PUT',
      requestText(`PUT ${path}`, { ...head, 'Content-Type': 'application/x-www-form-urlencoded' }, body),
      path.startsWith('/api/') ? [401, 404, 405] : [405],
    ],
  ];
  const wrong: string[] = [];
  for (const [what, text, statuses] of shapes) {
    const { status } = await raw(port, [text]);
    if (!statuses.includes(status)) wrong.push(`${path} ${what}: ${status}`);
  }
  return wrong;
}
