import { rmSync } from 'node:fs';

export default async function stop() {
  if (!globalThis.testDatabase) return;
  await globalThis.testDatabase.stop();
  rmSync(process.env.SEINPOST_VAR, { recursive: true, force: true });
}
