import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { OtplibCodes } from '#adapters/access/otplib-codes.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { PgUsers } from '#adapters/postgres/access/pg-users.js';
import { Installation } from '#application/access/installation.js';
import { KeyRing } from '#application/access/key-ring.js';
import { practiceCode } from '#application/access/practice-code.js';
import { Clock } from '#application/clock.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';
import type { Desk } from '../desk.js';

const USAGE = 'practice code EMAIL [--json]';

/** The code for the second step of a practice account; refused on a live desk. */
export const practiceCodeCommand: Command = {
  name: ['practice', 'code'],
  usage: USAGE,
  async run(call: Call): Promise<Answer> {
    const { positionals } = parseArgs({ args: [...call.args], options: {}, allowPositionals: true });
    const [typed] = positionals;
    if (typed === undefined || positionals.length > 1) throw new WrongUse(`usage: seinpost ${USAGE}`);
    const source = await sourceOf(await call.desk());
    const { email, code, from, until } = await practiceCode(source, typed);
    await wait(call, from.getTime() - source.clock.now().getTime());
    const validUntil = until.toISOString();
    return { json: { email, code, validUntil }, words: `${code} for ${email}, until ${validUntil}`, ok: true };
  },
};

async function sourceOf(desk: Desk) {
  const [db, installation] = [await desk.dataSource(), await desk.get(Installation)];
  const totpSecrets = new PgTotpSecrets(db, await desk.get(KeyRing));
  return { installation, users: new PgUsers(db), totpSecrets, codes: new OtplibCodes(), clock: await desk.get(Clock) };
}

/** Each code counts once; when those of now are used up, the next one is shown as soon as it counts. */
async function wait(call: Call, milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  call.note(`The codes of now are used up; the next one counts in ${Math.ceil(milliseconds / 1000)} seconds.`);
  await pause(milliseconds);
}
