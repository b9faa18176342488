import type { Response } from 'supertest';
import { holds } from '#test/faults/fault.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { routesOf, type Wall } from './wall.js';

const ALWAYS: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';(?!.*unsafe)/,
  'cache-control': /^no-store$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
};
const OF_PAGES = /require-trusted-types-for 'script';.*trusted-types 'none';.*report-uri \/csp-reports/;

/** Every page, whoever asks, comes with every header that keeps it in, and is kept by nobody (faults F61 and F73). */
export async function headersStand(wall: Wall): Promise<void> {
  const stranger = new DeskVisit(wall.app);
  const supervisor = new DeskVisit(wall.app);
  await supervisor.signIn('supervisor');
  const paths = [
    ...routesOf(wall, 'GET').map(({ path }) => path),
    '/nowhere',
    '/%E0%A4%A',
    `/sign-in?x=${'x'.repeat(5000)}`,
  ];
  const wrong: string[] = [];
  for (const visitor of [stranger, wall.visitor, supervisor]) {
    for (const path of paths) wrong.push(...missing(path, await visitor.get(path)));
  }
  holds(wrong.length === 0, [...new Set(wrong)].join('; '));
}

function missing(path: string, { headers, status }: Response): string[] {
  const lines = Object.entries(ALWAYS).filter(([name, form]) => !form.test(String(headers[name])));
  const wrong = lines.map(([name]) => `${path} (${status}): ${name} is ${headers[name]}`);
  if (headers['x-powered-by'] ?? headers['server'] ?? headers['etag']) wrong.push(`${path}: tells what it is`);
  const policy = String(headers['content-security-policy']);
  const isFile = headers['content-disposition'] !== undefined && !/text\/html/.test(String(headers['content-type']));
  if (isFile ? !policy.includes('sandbox') : !OF_PAGES.test(policy)) wrong.push(`${path}: ${policy}`);
  return wrong;
}

/** After signing out nothing of a page is left: neither kept by the browser nor given to whoever goes back. */
export async function nothingStays(wall: Wall): Promise<void> {
  const visitor = new DeskVisit(wall.app);
  await visitor.signIn('supervisor');
  const old = visitor.secret!;
  const out = await visitor.post('/sign-out', {});
  holds(/"cache".*"storage"/.test(String(out.headers['clear-site-data'])), 'the browser keeps what it has');
  holds(visitor.secret === undefined || visitor.secret !== old, 'the browser keeps its cookie');
  for (const { path } of routesOf(wall, 'GET')) {
    const back = await new DeskVisit(wall.app).get(path, { Cookie: `__Host-seinpost=${old}` });
    holds(back.headers['cache-control'] === 'no-store', `${path} may be kept`);
    holds(!/class="rail"/.test(back.text ?? ''), `${path} is shown after signing out`);
  }
}
