import { isDeepStrictEqual } from 'node:util';
import { uuid } from '#test/builders/uuid.js';
import { colleague } from '#test/visits/colleague.js';
import { holds } from '#test/faults/fault.js';
import { routesOf, type Wall } from './wall.js';

/** What somebody reads, but for what is anew on each page. */
const readable = (text: string): string => text.replaceAll(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b|value="[^"]*"/g, '…');

/** A colleague of another line gets, of what is there, the same answer as of what is not; each try is in the log. */
export async function strangersSeeNothing(wall: Wall): Promise<void> {
  const { visit, userId } = await colleague(wall.app, { lines: ['hotline'] });
  const routes = [...routesOf(wall, 'GET'), ...routesOf(wall, 'POST')];
  const walked = routes.filter(({ isAboutCases, path }) => isAboutCases && !/^\/(api|inbox)/.test(path));
  const wrong: string[] = [];
  for (const { method, path, with: filled } of walked) {
    const ask = async (at: string) => {
      const { status, text } = method === 'GET' ? await visit.get(at) : await visit.post(at, {});
      return { status, text: readable(text) };
    };
    const [there, absent] = [await ask(path), await ask(filled(uuid(998)))];
    if (![403, 404].includes(there.status) || !isDeepStrictEqual(there, absent)) wrong.push(`${method} ${path}`);
  }
  holds(walked.length > 20 && wrong.length === 0, `told apart or let in: ${wrong.join(', ')} (of ${walked.length})`);
  const select = `select count(*)::int as n from event_log where kind = 'access-denied' and actor = $1`;
  const [row]: { n: number }[] = await wall.db.query(select, [userId]);
  holds(row!.n >= 2 * walked.length, `${row!.n} of ${2 * walked.length} tries are in the log`);
}
