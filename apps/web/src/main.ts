import 'reflect-metadata';
import type { RequestListener, Server } from 'node:http';
import { endWhenAsked } from '#adapters/process/ending.js';
import { readSettings } from '#adapters/settings/settings.js';
import { deskApp } from './desk-app.js';
import { deskServer } from './desk-server.js';

/** Both loopback families: `localhost` is one or the other, depending on the machine. */
const LOOPBACK = ['127.0.0.1', '::1'];

async function main(): Promise<void> {
  const settings = readSettings();
  const databaseUrl = settings.webDatabaseUrl ?? settings.databaseUrl;
  if (!databaseUrl) throw new Error('DATABASE_URL is missing; npm start sets it for the embedded database.');
  const app = await deskApp({
    ...settings,
    databaseUrl,
    behindProxy: settings.host !== undefined,
  });
  const pages = app.getHttpAdapter().getInstance() as RequestListener;
  const servers = await listen(settings.host ? [settings.host] : LOOPBACK, settings.port, () => deskServer(pages));
  endWhenAsked(async () => {
    for (const server of servers) server.close().closeIdleConnections();
    await app.close();
  });
  process.send?.('ready');
}

/** A machine without IPv6 listens on IPv4 alone; any other trouble is one. */
async function listen(hosts: readonly string[], port: number, make: () => Server): Promise<Server[]> {
  const servers: Server[] = [];
  for (const host of hosts) {
    const server = make();
    const trouble = await new Promise<NodeJS.ErrnoException | undefined>((settle) => {
      server.once('error', settle).listen(port, host, () => settle(undefined));
    });
    if (!trouble) servers.push(server);
    else if (host !== '::1' || !['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(trouble.code ?? '')) throw trouble;
  }
  return servers;
}

/** A refused connection in both families has no message of its own, only a code. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.message || (fault as NodeJS.ErrnoException).code || fault.name;
}

main().catch((fault: unknown) => {
  console.error(`The desk cannot start: ${reasonOf(fault)}`);
  process.exit(1);
});
