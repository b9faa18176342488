import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeRun, servedRun, writeRun, type RunRecord } from './run-file.js';

let folder: string;
let server: Server;
let record: RunRecord;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'run-file-'));
  server = createServer((_request, response) => response.writeHead(303, { location: '/nowhere' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  record = { address, practiceAddress: null, mailIntake: '127.0.0.1:3325', accounts: [], pid: process.pid };
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

test('a desk that answers and lives is found by its run file, which only its owner may read', async () => {
  writeRun(folder, record);
  expect(await servedRun(folder)).toEqual(record);
  expect(statSync(join(folder, 'run.json')).mode & 0o777).toBe(0o600);
  removeRun(folder);
  expect(await servedRun(folder)).toBeUndefined();
});

test('a run file left behind by a killed desk is not believed', async () => {
  writeRun(folder, { ...record, pid: 2 ** 22 + 1 }); // above the largest process id of Linux
  expect(await servedRun(folder)).toBeUndefined();
});

test('a process id that now belongs to somebody else is not believed when nothing answers', async () => {
  writeRun(folder, record);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await servedRun(folder)).toBeUndefined();
});
