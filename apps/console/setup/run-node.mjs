import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from './place.mjs';
import { Trouble } from './say.mjs';

/**
 * Path of a Node that can run the project: the one that came with the packages, else this one when it is new enough.
 * Scripts must start it by this path: the shell has remembered the system's `node` since before the packages came.
 */
export function projectNode() {
  const own = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  if (isNewEnough(process.versions.node)) return process.execPath;
  const why = existsSync(own) ? 'the one that came with the packages does not run here' : 'none came with the packages';
  throw new Trouble(`Seinpost needs Node 24.9 or newer and ${why}; install Node 24 and start again.`);
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 9);
}

/** Runs a program of the project and answers with its exit code; signals that reach us are passed on. */
export function run(args, { env = process.env, cwd, ipc = false } = {}) {
  const stdio = ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])];
  const child = spawn(projectNode(), args, { env, cwd, stdio });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
