import { join } from 'node:path';
import { addressFor, type DeskLogin } from '#adapters/postgres/desk-logins.js';
import { projectPath } from '#adapters/settings/project.js';
import { environmentOf, type Settings } from '#adapters/settings/settings.js';
import type { Filled } from './fill.js';
import { Supervised } from './supervised.js';

/** What a child gets that needs none of our settings: enough for Node to run. */
const BARE = { PATH: '/usr/local/bin:/usr/bin:/bin' };

/**
 * The processes of a desk. Web and worker each reach the database under a role of their own, never under its owner's;
 * secrets come by the environment, which others cannot read, and never on a command line, which everybody can.
 */
export function childrenOf(
  settings: Settings,
  { kind }: Filled,
  database: (role: DeskLogin) => string,
  note: (line: string) => void,
): readonly Supervised[] {
  const desk = (['web', 'worker'] as const).map(
    (role) => new Supervised(role, program(role), environmentOf(settings, database(role)), note),
  );
  if (kind === 'live') return desk; // a live desk has no practice platform to practise on
  return [...desk, new Supervised('practice', program('practice'), BARE, note, [JSON.stringify(wish(settings))])];
}

const program = (name: string): string => projectPath('dist', 'apps', name, 'src', 'main.js');

const wish = (settings: Settings) => ({
  port: settings.practicePort,
  smtpPort: settings.practiceMailPort,
  deskMail: { host: '127.0.0.1', port: settings.mailPort },
  stateFolder: join(settings.var, 'practice'),
});

/** Where each process finds the database: under the roles the operator gave it, in our own PostgreSQL under ours. */
export function databaseOf(settings: Settings, embedded: string | undefined): (role: DeskLogin) => string {
  const given = { web: settings.webDatabaseUrl, worker: settings.workerDatabaseUrl };
  return (role) => {
    if (embedded !== undefined) return addressFor(role, embedded);
    return given[role] ?? settings.databaseUrl!;
  };
}
