import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_ENVIRONMENT, type Cluster } from './cluster.js';
import { addressOf, answers, freePort } from './connection.js';

/** A PostgreSQL that this process started and that ends with it. */
export interface Server {
  readonly port: number;
  readonly process: ChildProcess;
  /** Settles when PostgreSQL has ended, however that came. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the wished port, or on another when somebody has it, and waits until it answers. */
export async function serve(cluster: Cluster, wishedPort: number, log: string): Promise<Server> {
  const port = await freePort(wishedPort);
  const child = launch(cluster, port, log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await ready(child, addressOf(port, cluster.password), log);
  const stop = async () => {
    child.ref(); // an unreferenced child would let us leave before it has ended
    child.kill('SIGINT'); // fast shutdown: clients are cut off, nothing is lost
    await ended;
  };
  return { port, process: child, ended, stop };
}

async function ready(child: ChildProcess, address: string, log: string): Promise<void> {
  const until = performance.now() + 60_000;
  while (!(await answers(address))) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(`PostgreSQL did not start: ${lastLines(log)}`);
    }
    if (performance.now() > until) throw new Error(`PostgreSQL did not answer within a minute: ${lastLines(log)}`);
    await pause(25);
  }
}

function launch(cluster: Cluster, port: number, log: string): ChildProcess {
  const [command, ...args] = [...dying(cluster), cluster.program.postgres, ...options(cluster, port)] as [string];
  const out = openSync(log, 'a', 0o600);
  const ids = command === cluster.program.postgres ? cluster.owner : undefined;
  try {
    return spawn(command, args, { ...ids, env: BARE_ENVIRONMENT, cwd: '/', stdio: ['ignore', out, out] });
  } finally {
    closeSync(out);
  }
}

/** On Linux the kernel stops PostgreSQL when we die, even by SIGKILL; setpriv is part of every Debian and Ubuntu. */
function dying({ owner }: Cluster): readonly string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (process.platform !== 'linux' || !setpriv) return [];
  const drop = owner ? [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'] : [];
  return [setpriv, '--pdeathsig', 'INT', ...drop];
}

/** The log keeps what the server does, never a statement or a row: those hold personal data. */
function options(cluster: Cluster, port: number): readonly string[] {
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
    ...['log_min_messages=log', 'log_min_error_statement=panic', 'log_error_verbosity=terse'],
    ...(cluster.fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  return ['-D', cluster.dataDir, '-p', String(port), ...settings.flatMap((each) => ['-c', each])];
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : 'it said nothing';
}
