import type { Settings } from '#adapters/settings/settings.js';
import { WrongUse, type Answer, type Call, type Command } from './command.js';
import type { Desk } from './desk.js';
import { asTrouble, type Trouble } from './trouble.js';

/** What the frame needs from the outside. */
export interface Surroundings {
  readonly commands: readonly Command[];
  settings(): Settings;
  openDesk(settings: Settings): Desk;
  out(text: string): void;
  err(text: string): void;
}

/** Finds the command by its words, runs it, prints one answer; the exit code: 0 done, 1 refused, 2 wrong use. */
export async function runCommand(words: readonly string[], around: Surroundings): Promise<number> {
  const json = before(words, '--').includes('--json');
  const args = words.filter((word, at) => word !== '--json' || at > indexOfEnd(words));
  let desk: Desk | undefined;
  try {
    const command = find(args, around.commands);
    if (before(args, '--').some((word) => ['--help', '-h'].includes(word))) return help(command, json, around);
    if (!command) throw new WrongUse(unknown(args));
    const settings = command.withoutSettings ? undefined : around.settings();
    const call: Call = {
      args: args.slice(command.name.length),
      cwd: settings?.cwd ?? process.cwd(),
      desk: () => Promise.resolve((desk ??= around.openDesk(settings ?? around.settings()))),
      note: (line) => around.err(`${line}\n`),
      json,
    };
    return print(await command.run(call), json, around);
  } catch (error) {
    return refuse(asTrouble(error), json, around);
  } finally {
    await desk?.close();
  }
}

/** The command with the most words that the arguments begin with: `import notices` goes before `import`. */
function find(args: readonly string[], commands: readonly Command[]): Command | undefined {
  const fitting = commands.filter((command) => command.name.every((word, at) => args[at] === word));
  return fitting.sort((a, b) => b.name.length - a.name.length)[0];
}

function unknown(args: readonly string[]): string {
  const typed = args.find((word) => !word.startsWith('-'));
  return `${typed === undefined ? 'No command was given' : `There is no command "${typed}"`}; see seinpost --help.`;
}

function help(command: Command | undefined, json: boolean, around: Surroundings): number {
  const usages = (command ? [command] : around.commands).map((each) => `seinpost ${each.usage}`);
  around.out(json ? `${JSON.stringify({ usage: usages })}\n` : `${usages.join('\n')}\n`);
  return 0;
}

function print(answer: Answer, json: boolean, around: Surroundings): number {
  const documents = answer.lines && Array.isArray(answer.json) ? (answer.json as unknown[]) : [answer.json];
  if (json) around.out(documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  else if (answer.words !== '') around.out(`${answer.words}\n`);
  return answer.ok ? 0 : 1;
}

function refuse(trouble: Trouble, json: boolean, around: Surroundings): number {
  const { code, message, facts } = trouble;
  if (json) around.out(`${JSON.stringify({ error: { code, message, facts } })}\n`);
  around.err(`${message}\n`);
  if (trouble.stack !== undefined) around.err(`${trouble.stack}\n`);
  return code === 'usage' ? 2 : 1;
}

function indexOfEnd(words: readonly string[]): number {
  const end = words.indexOf('--');
  return end === -1 ? words.length : end;
}

function before(words: readonly string[], end: string): readonly string[] {
  const at = words.indexOf(end);
  return at === -1 ? words : words.slice(0, at);
}
