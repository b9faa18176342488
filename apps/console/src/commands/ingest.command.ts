import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mailFiles } from '#adapters/mail/sources/mail-files.js';
import { IngestMail } from '#application/correspondence/ingest-mail.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

/** Brings in mail from files and folders: each kept byte for byte first, then matched and read. */
export const ingestCommand: Command = {
  name: ['ingest'],
  usage: 'ingest PATH…',
  async run(call: Call): Promise<Answer> {
    const { positionals } = parseArgs({ args: [...call.args], allowPositionals: true });
    if (positionals.length === 0) throw new WrongUse('Name at least one file or folder: seinpost ingest PATH…');
    const paths = positionals.map((path) => resolve(call.cwd, path));
    const ingest = await (await call.desk()).get(IngestMail);
    const count = await ingest.run(mailFiles(paths, (line) => call.note(line)));
    const words = Object.entries(count).map(([name, n]) => `${name} ${n}`);
    return { json: count, words: words.join(', '), ok: count.refused === 0 };
  },
};
