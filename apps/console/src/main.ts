import { readSettings, type Settings } from '#adapters/settings/settings.js';
import { COMMANDS } from './commands/all.js';
import { Desk } from './desk.js';
import { runCommand } from './frame.js';

/** What an operator types; all the frame needs from the outside is handed to it here. */
const surroundings = {
  commands: COMMANDS,
  settings: readSettings,
  openDesk: (settings: Settings) => new Desk(settings),
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

// Libraries that print by themselves (TypeORM tells of failed migrations so) must not spoil the one document on stdout.
console.log = console.info = console.debug = console.error;

// Whoever reads us may stop before the end (`seinpost … | head`); that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

void runCommand(process.argv.slice(2), surroundings).then((code) => {
  process.exitCode = code;
  process.channel?.unref(); // the set-up script's channel shall not keep us here
});
