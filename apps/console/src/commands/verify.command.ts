import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verify } from '#adapters/bag/verify.js';
import type { FaultCode, Verification } from '#domain/report/verification.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

const WHAT_IS_WRONG: Readonly<Record<FaultCode, string>> = {
  'digest-mismatch': 'is not the file that was digested',
  missing: 'is missing',
  extra: 'does not belong here',
  'bad-timestamp': 'has a time-stamp that does not hold',
  'broken-chain': 'breaks the chain of custody',
  'not-a-bag': 'is not (part of) a bag or a capture folder',
};

/** Checks a bag or a capture folder offline, without database. */
export const verifyCommand: Command = {
  name: ['verify'],
  usage: 'verify FILE.zip|DIR',
  async run(call: Call): Promise<Answer> {
    const found = await verify(resolve(call.cwd, onePath(call.args)));
    return { json: found, words: inWords(found), ok: found.ok };
  },
};

function onePath(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('verify wants one zip or folder');
  return path;
}

function inWords({ fault, kind, files, timestamps }: Verification): string {
  if (fault) return `NOT in order: ${fault.path} ${WHAT_IS_WRONG[fault.code]} (${fault.code}).`;
  return `In order: ${kind}, ${files} files have their digest, ${timestamps} time-stamps hold.`;
}
