import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { DiskEvidenceStore } from '#adapters/files/disk-evidence-store.js';
import { FakeEvidenceStore } from '../fakes/fake-evidence-store.js';
import { evidenceStoreContract } from './evidence-store.contract.js';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seinpost-evidence-test-'));
  folders.push(folder);
  return folder;
}

evidenceStoreContract('in memory', () => {
  const store = new FakeEvidenceStore();
  const damage = (digest: string) => Promise.resolve(void store.kept.set(digest, Buffer.from('anders')));
  return Promise.resolve({ store, damage });
});

evidenceStoreContract('on disk', async () => {
  const root = await freshFolder();
  const damage = async (digest: string) => {
    const path = join(root, digest.slice(0, 2), digest.slice(2, 4), digest);
    await chmod(path, 0o600);
    await writeFile(path, 'anders');
  };
  return { store: new DiskEvidenceStore(root), damage };
});

test('evidence on disk lies under its digest, read-only, with nothing left beside it', async () => {
  const root = await freshFolder();
  const { digest } = await new DiskEvidenceStore(root).put(Buffer.from('bewijs'));
  const found = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(found.map((entry) => join(entry.parentPath, entry.name))).toEqual([
    join(root, digest.slice(0, 2), digest.slice(2, 4), digest),
  ]);
  const { mode } = await stat(join(root, digest.slice(0, 2), digest.slice(2, 4), digest));
  expect(mode & 0o777).toBe(0o400);
});
