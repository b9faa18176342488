import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One holder at a time for `what` (one keeper per data folder, one desk per folder). The lock is a listening name that
 * the kernel takes back at the holder's death, so it can never be left behind; undefined when somebody else has it.
 */
export async function takeLock(what: string): Promise<Server | undefined> {
  const name = nameFor(createHash('sha256').update(what).digest('hex').slice(0, 24));
  const lock = await listening(name);
  if (lock ?? (process.platform === 'linux' || process.platform === 'win32')) return lock;
  if (await isHeld(name)) return undefined;
  rmSync(name, { force: true }); // elsewhere the name is a file, which does outlive its holder
  return listening(name);
}

function nameFor(id: string): string {
  if (process.platform === 'linux') return `\0seinpost-${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\seinpost-${id}` : join(tmpdir(), `seinpost-${id}.sock`);
}

function listening(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}

function isHeld(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}
