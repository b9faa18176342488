import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { projectPath } from '#adapters/settings/project.js';
import { dossierCases } from './dossier-cases.js';

// Run by hand after a wanted change of the dossier, and read the difference: `node dist/test/golden/write-dossier.js`.
for (const [name, text] of await dossierCases()) {
  const path = projectPath('test', 'golden', 'dossier', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
