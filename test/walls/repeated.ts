import { randomUUID } from 'node:crypto';
import { holds } from '#test/faults/fault.js';
import { filledIn } from './crawl.js';
import { formsOf } from './forms.js';
import { routesOf, stateOf, type Wall } from './wall.js';

/** Every form of every page, pressed twice at once and once more later: one effect, one answer (fault F53). */
export async function repetitionIsOnce(wall: Wall): Promise<void> {
  const { visitor } = wall;
  let tried = 0;
  for (const { path } of routesOf(wall, 'GET').filter((route) => !/^\/(password|set-up)/.test(route.path))) {
    for (const { action, fields } of formsOf((await visitor.get(path)).text ?? '', path)) {
      if (/sign-out|\/file$/.test(action)) continue;
      const form = { ...fields, _once: randomUUID() };
      const [first, second] = await Promise.all([visitor.post(action, form), visitor.post(action, form)]);
      const state = await stateOf(wall);
      const later = await visitor.post(action, form);
      const answers = [first, second, later].map(({ status, headers }) => `${status} ${String(headers['location'])}`);
      holds(isOneAnswer(action, answers), `POST ${action}: ${answers.join(', ')}`);
      holds((await stateOf(wall)) === state, `POST ${action} changed something the third time`);
      tried += 1;
    }
  }
  holds(tried > 5, `only ${tried} forms were found`);
}

/** Forms whose answer holds a secret of which only the digest is kept. */
const TELLS_ONCE = /^\/(account\/(recovery-codes|tokens)|users\/new|users\/[^/]+\/(link|reset\/confirm))$/;

/** The same answer each time; or a page shown once, whose secret nobody is told again. */
function isOneAnswer(action: string, answers: readonly string[]): boolean {
  const [, ...others] = [...answers].sort();
  const isShownOnce =
    TELLS_ONCE.test(action) &&
    answers.includes('200 undefined') &&
    others.every((answer) => answer === '409 undefined');
  return new Set(answers).size === 1 || isShownOnce;
}

/** A form without a key changes nothing (rule 14). */
export async function noKeyNoChange(wall: Wall): Promise<void> {
  const before = await stateOf(wall);
  for (const { path } of routesOf(wall, 'POST')) {
    const { status } = await wall.visitor.post(path, { _once: '' });
    holds(status === 400, `POST ${path} without a key: ${status}`);
  }
  holds((await stateOf(wall)) === before, 'something was changed');
  holds((await filledIn(wall, wall.visitor, [])).length === 0, 'nothing was filled in');
}
