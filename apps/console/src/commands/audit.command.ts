import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AnchorSigner } from '#application/access/anchor-signer.js';
import { KeepVerification } from '#application/access/keep-verification.js';
import { VerifyAudit, type AuditQuestion, type AuditVerification } from '#application/access/verify-audit.js';
import { MailParser } from '#application/correspondence/mail-parser.js';
import { type Anchor, anchorsIn } from '#domain/access/anchor.js';
import { system } from '#domain/event.js';
import { instant } from '#domain/instant.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';
import type { Desk } from '../desk.js';
import { auditWords } from './audit-words.js';

/** Says whether the event log is as it was recorded (docs/security/audit-log.md). */
export const auditVerifyCommand: Command = {
  name: ['audit', 'verify'],
  usage: 'audit verify [--from N|INSTANT] [--to N|INSTANT] [--anchors FILE|MAIL.eml] [--json]',
  async run(call: Call): Promise<Answer> {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...call.args], options: { from: text, to: text, anchors: text } });
    const places = { from: place('from', values.from), to: place('to', values.to) };
    if (isBackwards(places)) throw new WrongUse('--from comes after --to: nothing would be checked');
    const desk = await call.desk();
    const anchors = values.anchors === undefined ? undefined : await anchorsOf(desk, resolve(call.cwd, values.anchors));
    const question: AuditQuestion = { ...places, anchors };
    const found = await (await desk.get(VerifyAudit)).run(question);
    await keep(call, desk, question, found);
    const { ok, count, firstBad } = found;
    return { json: { ok, count, firstBad }, words: auditWords(found), ok };
  },
};

/** Prints what others check our anchors with. */
export const auditKeyCommand: Command = {
  name: ['audit', 'key'],
  usage: 'audit key [--json]',
  async run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const { keyId, pem } = (await (await call.desk()).get(AnchorSigner)).publicKey();
    return { json: { keyId, publicKey: pem }, words: `${keyId}\n${pem.trimEnd()}`, ok: true };
  },
};

/** Two numbers or two moments in the wrong order: checking nothing must not read as being in order. */
const isBackwards = ({ from, to }: { readonly from?: number | Date; readonly to?: number | Date }): boolean =>
  from !== undefined && to !== undefined && typeof from === typeof to && from > to;

function place(name: string, value: string | undefined): number | Date | undefined {
  if (value === undefined) return undefined;
  const found = /^\d{1,15}$/.test(value) ? Number(value) : instant(value);
  if (found === null || found === 0) {
    throw new WrongUse(
      `--${name} ${value} is neither the number of an entry nor a moment such as 2026-11-21T12:00:00Z`,
    );
  }
  return found;
}

/** The file the worker writes, or a mail it sent as somebody saved it. */
async function anchorsOf(desk: Desk, path: string): Promise<readonly Anchor[]> {
  const bytes = await readFile(path);
  const plain = anchorsIn(bytes.toString());
  if (plain.length > 0) return plain;
  const mail = await (await desk.get(MailParser)).parse(bytes);
  const found = anchorsIn(mail.text);
  if (found.length === 0) throw new RuleViolation('audit.no-anchors', { path });
  return found;
}

/** A log that cannot take the result up is verified all the same: that is when it matters most. */
async function keep(call: Call, desk: Desk, { from, to }: AuditQuestion, found: AuditVerification): Promise<void> {
  const part = from !== undefined || to !== undefined;
  try {
    await (await desk.get(KeepVerification)).run(system('audit-verify'), found, { part });
  } catch (error) {
    call.note(`The result could not be kept in the log: ${error instanceof Error ? error.message : String(error)}`);
  }
}
