import { parseArgs } from 'node:util';
import { AddUser } from '#application/access/add-user.js';
import { isRole, ROLES } from '#domain/access/role.js';
import { system } from '#domain/event.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

const USAGE = `user add --email ADDRESS --name NAME --role ${ROLES.join('|')} [--json]`;

/** Adds a person, who chooses a password by a link that works once; the link is shown here and nowhere else. */
export const userAddCommand: Command = {
  name: ['user', 'add'],
  usage: USAGE,
  async run(call: Call): Promise<Answer> {
    const person = asked(call);
    const desk = await call.desk();
    const addUser = await desk.get(AddUser);
    const { email, role, secret, endsAt } = await addUser.run(person, system('seinpost user add'));
    const link = `${desk.settings.baseUrl}/password/${secret}`;
    return {
      json: { email, role, link, expiresAt: endsAt.toISOString() },
      words: `${email} can work here as ${role} after choosing a password, before ${endsAt.toISOString()}:\n${link}`,
      ok: true,
    };
  },
};

function asked(call: Call): { email: string; name: string; role: string } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...call.args], options: { email: text, name: text, role: text } });
  const { email, name, role } = values;
  if (!email || !name || !role) throw new WrongUse(`usage: seinpost ${USAGE}`);
  if (!isRole(role)) throw new WrongUse(`--role is one of ${ROLES.join(', ')}`);
  return { email, name, role };
}
