import { parseArgs } from 'node:util';
import { DisableUser } from '#application/access/disable-user.js';
import { PeopleList } from '#application/access/people-list.js';
import { ResetUser } from '#application/access/reset-user.js';
import { Users } from '#application/access/users.js';
import { DISABLE_REASONS, tidyEmail } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

const MOST = 10_000;

/** Who works here, as what and in which state. */
export const userListCommand: Command = {
  name: ['user', 'list'],
  usage: 'user list [--json]',
  async run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const people = await (await call.desk()).get(PeopleList);
    const { rows } = await people.page({ search: '', role: null, state: null, page: 1, size: MOST });
    const users = rows.map(({ email, name, role, lines, inTraining, secondFactor, lastSignedInAt, state }) => ({
      ...{ email, name, role, lines, inTraining, secondFactor, state },
      lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    }));
    const words = users.map(({ email, role, state, lines }) => `${email}  ${role}  ${state}  ${lines.join(',')}`);
    return { json: { users }, words: words.join('\n'), ok: true };
  },
};

const DISABLE = `user disable EMAIL [--reason ${DISABLE_REASONS.join('|')}] [--json]`;

/** Ends somebody's access at once; the last administrator who can sign in stays. */
export const userDisableCommand: Command = {
  name: ['user', 'disable'],
  usage: DISABLE,
  async run(call: Call): Promise<Answer> {
    const options = { reason: { type: 'string', default: 'left' } } as const;
    const { values, positionals } = parseArgs({ args: [...call.args], options, allowPositionals: true });
    const email = onlyOne(positionals, DISABLE);
    const desk = await call.desk();
    const user = await (await desk.get(Users)).byEmail(email);
    if (!user) throw new RuleViolation('user.not-found', { email });
    const disableUser = await desk.get(DisableUser);
    await disableUser.run({ id: user.id, reason: values.reason, by: system('seinpost user disable') });
    return { json: { email, disabled: true }, words: `${email} can no longer sign in.`, ok: true };
  },
};

const RESET = 'user reset EMAIL [--json]';

/** Lets somebody who lost every second factor begin anew, where no two administrators are left to do so. */
export const userResetCommand: Command = {
  name: ['user', 'reset'],
  usage: RESET,
  async run(call: Call): Promise<Answer> {
    const { positionals } = parseArgs({ args: [...call.args], allowPositionals: true });
    const email = onlyOne(positionals, RESET);
    const desk = await call.desk();
    const { secret, endsAt } = await (await desk.get(ResetUser)).run(email, system('seinpost user reset'));
    const link = `${desk.settings.baseUrl}/password/${secret}`;
    const words = `${email} has no password and no second factor any more, and begins anew before ${endsAt.toISOString()}:`;
    return { json: { email, link, expiresAt: endsAt.toISOString() }, words: `${words}\n${link}`, ok: true };
  },
};

function onlyOne(positionals: readonly string[], usage: string): string {
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0) throw new WrongUse(`usage: seinpost ${usage}`);
  return tidyEmail(email);
}
