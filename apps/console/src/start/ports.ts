import { createServer } from 'node:net';
import type { Settings } from '#adapters/settings/settings.js';

/** Ports of the desk are taken; each line says which and how to choose another. */
export class PortsTaken extends Error {
  readonly code = 'start.port-in-use';
}

/** The same settings with every port settled: 0 becomes a free one, and one that is taken is refused. */
export async function settlePorts(settings: Settings): Promise<Settings> {
  const taken: string[] = [];
  const settle = async (name: string, port: number, host: string) => {
    const free = await listenable(port, host);
    if (free === undefined) {
      taken.push(`Port ${port} is in use by another program; stop that or choose another port with ${name}.`);
    }
    return free ?? port;
  };
  const port = await settle('SEINPOST_PORT', settings.port, settings.host ?? 'localhost');
  const practicePort = await settle('SEINPOST_PRACTICE_PORT', settings.practicePort, '127.0.0.1');
  const mailPort = await settle('SEINPOST_MAIL_PORT', settings.mailPort, settings.mailHost);
  const practiceMailPort = await settle('SEINPOST_PRACTICE_MAIL_PORT', await besides(settings), '127.0.0.1');
  if (taken.length > 0) throw new PortsTaken(taken.join('\n'));
  return { ...settings, port, practicePort, mailPort, practiceMailPort, ...following(settings, port, practicePort) };
}

/** What was derived from a port that has been chosen only now. */
function following(settings: Settings, port: number, practicePort: number): Partial<Settings> {
  const derived = (address: string, old: number, now: number) =>
    address.endsWith(`:${old}`) ? address.replace(/\d+$/, String(now)) : address;
  return {
    baseUrl: derived(settings.baseUrl, settings.port, port),
    captureAllow: settings.captureAllow.map((host) => derived(host, settings.practicePort, practicePort)),
  };
}

/** Nobody but us needs to know this port, so unless it was chosen a neighbour in the way is stepped around. */
async function besides({ practiceMailPort, mailPort }: Settings): Promise<number> {
  const isChosen = practiceMailPort !== mailPort + 1;
  return isChosen || (await listenable(practiceMailPort, '127.0.0.1')) !== undefined ? practiceMailPort : 0;
}

/** The port if we could listen there on every address of the host; `localhost` has one in each family. */
async function listenable(port: number, host: string): Promise<number | undefined> {
  const [first = host, ...others] = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const free = await tried(port, first);
  if (free === undefined) return undefined;
  for (const other of others) if ((await tried(free, other)) === undefined) return undefined;
  return free;
}

function tried(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
        resolve(port); // no such family here
      else if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, ipv6Only: host === '::1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
