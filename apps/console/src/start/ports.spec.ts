import { afterEach, expect, test } from '@jest/globals';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { readSettings } from '#adapters/settings/settings.js';
import { settlePorts } from './ports.js';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const ANY = { SEINPOST_PORT: '0', SEINPOST_PRACTICE_PORT: '0', SEINPOST_MAIL_PORT: '0' };

test('port 0 becomes a free port, and the addresses that follow from it follow', async () => {
  const settings = await settlePorts(readSettings(ANY));
  expect(settings.port).toBeGreaterThan(0);
  expect(settings.baseUrl).toBe(`http://localhost:${settings.port}`);
  expect(settings.captureAllow).toEqual([`127.0.0.1:${settings.practicePort}`]);
  expect(new Set([settings.port, settings.practicePort, settings.mailPort, settings.practiceMailPort]).size).toBe(4);
});

test('every port that is taken gets one sentence that says how to choose another', async () => {
  const taken = String(await occupy('127.0.0.1'));
  const wish = { ...ANY, SEINPOST_PORT: taken, SEINPOST_MAIL_PORT: taken };
  await expect(settlePorts(readSettings(wish))).rejects.toMatchObject({
    code: 'start.port-in-use',
    message:
      `Port ${taken} is in use by another program; stop that or choose another port with SEINPOST_PORT.\n` +
      `Port ${taken} is in use by another program; stop that or choose another port with SEINPOST_MAIL_PORT.`,
  });
});

test('a program in the way on the other loopback family is noticed too', async () => {
  const taken = await occupy('::1').catch(() => undefined);
  if (taken === undefined) return expect(taken).toBeUndefined(); // a machine without IPv6 has no other family
  await expect(settlePorts(readSettings({ ...ANY, SEINPOST_PORT: String(taken) }))).rejects.toThrow(`Port ${taken} is`);
});

test('the practice platform’s own mail port steps aside unless it was chosen', async () => {
  const taken = await occupy('127.0.0.1');
  const aside = await settlePorts(readSettings({ ...ANY, SEINPOST_MAIL_PORT: String(taken - 1) })).catch(
    () => undefined,
  );
  if (aside) expect(aside.practiceMailPort).not.toBe(taken);
  const chosen = { ...ANY, SEINPOST_PRACTICE_MAIL_PORT: String(taken) };
  await expect(settlePorts(readSettings(chosen))).rejects.toThrow('SEINPOST_PRACTICE_MAIL_PORT');
});

function occupy(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    servers.push(server);
    server.once('error', reject).listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });
}
