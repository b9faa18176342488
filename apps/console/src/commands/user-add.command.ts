import { parseArgs } from 'node:util';
import { AddUser } from '#application/access/add-user.js';
import { Installation } from '#application/access/installation.js';
import { isRole, ROLES } from '#domain/access/role.js';
import { system } from '#domain/event.js';
import { LINES } from '#domain/notice/codes.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';
import type { Desk } from '../desk.js';

const USAGE = `user add --email ADDRESS --name NAME --role ${ROLES.join('|')} [--line ${LINES.join('|')}]… [--json]`;

/** Adds a person, who chooses a password by a link that works once; the link is shown here and nowhere else. */
export const userAddCommand: Command = {
  name: ['user', 'add'],
  usage: USAGE,
  async run(call: Call): Promise<Answer> {
    const { lines: named, ...person } = asked(call);
    const desk = await call.desk();
    const lines = named.length > 0 ? named : await ownLines(desk);
    const addUser = await desk.get(AddUser);
    const { email, role, secret, endsAt } = await addUser.run({ ...person, lines }, system('seinpost user add'));
    const link = `${desk.settings.baseUrl}/password/${secret}`;
    return {
      json: { email, role, link, expiresAt: endsAt.toISOString() },
      words: `${email} can work here as ${role} after choosing a password, before ${endsAt.toISOString()}:\n${link}`,
      ok: true,
    };
  },
};

/** The lines of the designation; all there are while nobody has described it. */
async function ownLines(desk: Desk): Promise<readonly string[]> {
  const { lines } = (await (await desk.get(Installation)).organisation()).designation;
  return lines.length > 0 ? lines : LINES;
}

function asked(call: Call): { email: string; name: string; role: string; lines: readonly string[] } {
  const text = { type: 'string' } as const;
  const options = { email: text, name: text, role: text, line: { type: 'string', multiple: true } } as const;
  const { email, name, role, line = [] } = parseArgs({ args: [...call.args], options }).values;
  if (!email || !name || !role) throw new WrongUse(`usage: seinpost ${USAGE}`);
  if (!isRole(role)) throw new WrongUse(`--role is one of ${ROLES.join(', ')}`);
  const unknown = line.filter((each) => !(LINES as readonly string[]).includes(each));
  if (unknown.length > 0) throw new WrongUse(`--line is one of ${LINES.join(', ')}`);
  return { email, name, role, lines: line };
}
