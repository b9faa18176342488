import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './place.mjs';
import { say } from './say.mjs';

/**
 * Does the work while no other set-up of this checkout does any: two first starts at once must not install or build
 * into each other. The lock is a listening name that the kernel takes back when its holder dies, so a killed set-up
 * never leaves one behind.
 */
export async function alone(work) {
  let lock = await take();
  if (!lock) say('Another set-up of this folder is at work; waiting for it.');
  while (!lock) {
    await pause(300);
    lock = await take();
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

async function take() {
  const name = nameOf();
  const lock = await listening(name);
  if (lock || ['linux', 'win32'].includes(process.platform)) return lock;
  if (await isHeld(name)) return undefined;
  rmSync(name, { force: true }); // elsewhere the name is a file, which does outlive its holder
  return listening(name);
}

function nameOf() {
  const id = `seinpost-setup-${createHash('sha256').update(realpathSync(ROOT)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.sock`);
}

function listening(name) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(name, () => resolve(server));
  });
}

function isHeld(name) {
  return new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });
}
