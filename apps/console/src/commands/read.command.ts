import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ChildMailParser } from '#adapters/mail/parse/child-mail-parser.js';
import { MailUnreadable, type MailParser } from '#application/correspondence/mail-parser.js';
import { readReply } from '#domain/correspondence/read-reply.js';
import type { Reading } from '#domain/correspondence/reading.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

type Line = { readonly file: string } & (Reading | { readonly error: string });

/** Reads mails from files and says what we think they mean; it touches no database and no network. */
export const readCommand: Command = {
  name: ['read'],
  usage: 'read FILE.eml… [--url U …] [--json]',
  async run(call) {
    const { files, urls } = wanted(call.args);
    const parser = new ChildMailParser();
    try {
      const lines: Line[] = [];
      for (const file of files) lines.push(await readOne(file, call, parser, urls));
      return answer(lines);
    } finally {
      await parser.close();
    }
  },
};

function wanted(args: readonly string[]): { files: string[]; urls: string[] } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string', multiple: true } },
    });
    if (positionals.length > 0) return { files: positionals, urls: values.url ?? [] };
  } catch (trouble) {
    throw new WrongUse(trouble instanceof Error ? trouble.message : 'wrong arguments');
  }
  throw new WrongUse('read FILE.eml… [--url U …]: which file?');
}

async function readOne(file: string, call: Call, parser: MailParser, urls: readonly string[]): Promise<Line> {
  try {
    const mail = await parser.parse(await readFile(resolve(call.cwd, file)));
    return { file, ...readReply(mail, { urls }) };
  } catch (trouble) {
    return { file, error: reasonOf(trouble) };
  }
}

/** A code a script can act on: the parser's reason, or the system's (`ENOENT`, `EISDIR`, `EACCES`). */
function reasonOf(trouble: unknown): string {
  if (trouble instanceof MailUnreadable) return trouble.message;
  const code = (trouble as { code?: unknown }).code;
  if (typeof code === 'string') return `file cannot be read: ${code}`;
  throw trouble;
}

function answer(lines: readonly Line[]): Answer {
  const ok = lines.every((line) => !('error' in line));
  const words = lines.map((line) => `${line.file}: ${'error' in line ? line.error : inWords(line)}`).join('\n');
  const [only] = lines;
  if (lines.length !== 1 || only === undefined) return { json: lines, lines: true, words, ok };
  const { file: _file, ...reading } = only;
  return { json: 'error' in only ? only : reading, words, ok };
}

function inWords({ meaning, outcome, items, reference, confidence, because }: Reading): string {
  const parts = [
    outcome === null ? meaning : `${meaning}, ${outcome}`,
    `confidence ${confidence.toFixed(2)}`,
    ...(reference === null ? [] : [`their reference ${reference}`]),
  ];
  return [
    parts.join('; '),
    ...items.map((item) => `  ${item.outcome}  ${item.url}`),
    ...because.map((why) => `  - ${why}`),
  ].join('\n');
}
