import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Supervised } from './supervised.js';

let folder: string;
let said: string[];
let children: Supervised[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervised-'));
  said = [];
  children = [];
});

afterEach(async () => {
  await Promise.all(children.map((child) => child.stop()));
  rmSync(folder, { recursive: true, force: true });
});

test('a child that crashes is started again, and what it says carries its name', async () => {
  const child = started(`console.log('born ' + process.pid); setTimeout(() => process.exit(3), 20);`);
  await until(() => child.crashes >= 2);
  expect(said.filter((line) => line.startsWith('[web] born'))).not.toHaveLength(0);
  expect(said).toContain('[web] ended (exit 3); starting it again.');
});

test('each crash soon after the start is waited longer for', async () => {
  const child = started('process.exit(1);');
  const began = performance.now();
  await until(() => child.crashes >= 4);
  expect(performance.now() - began).toBeGreaterThan(250 + 500 + 1000);
});

test('a child that is stopped is asked first, and does not come back', async () => {
  const farewell = join(folder, 'farewell');
  const child = started(`
    process.on('SIGTERM', () => { require('fs').writeFileSync(${JSON.stringify(farewell)}, 'bye'); process.exit(0); });
    console.log('up'); setInterval(() => undefined, 1000);`);
  await until(() => said.includes('[web] up'));
  await child.stop();
  expect(readFileSync(farewell, 'utf8')).toBe('bye');
  await pause(400);
  expect(said.filter((line) => line === '[web] up')).toHaveLength(1);
});

test('a child is told by its channel when the one who started it is gone', async () => {
  const last = join(folder, 'last');
  const inner = write(
    'inner.cjs',
    `
    process.on('disconnect', () => { require('fs').writeFileSync(${JSON.stringify(last)}, 'alone'); process.exit(0); });
    setInterval(() => undefined, 1000);`,
  );
  started(
    `require('child_process').fork(${JSON.stringify(inner)}).once('spawn', () => process.kill(process.pid, 'SIGKILL'));`,
  );
  await until(() => existsSync(last));
});

function started(program: string): Supervised {
  const child = new Supervised('web', write('program.cjs', program), {}, (line) => void said.push(line));
  children.push(child);
  child.start();
  return child;
}

function write(name: string, program: string): string {
  writeFileSync(join(folder, name), program);
  return join(folder, name);
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`It did not come about; heard: ${said.join(' | ')}`);
    await pause(20);
  }
}
