import { readFileSync } from 'node:fs';
import type { InstallationKind } from '#domain/access/organisation.js';
import type { ReferenceLists } from '../postgres/seed-reference.js';
import { projectPath } from '../settings/project.js';

/** The lists as they stand in `migrations/reference`, for a database of this kind; `organisation` is a JSON file. */
export function referenceLists(kind: InstallationKind, organisation?: string): ReferenceLists {
  return {
    kind,
    grounds: read(projectPath('migrations', 'reference', 'nl', 'grounds.json')),
    providers: read(projectPath('migrations', 'reference', 'providers.json')),
    platforms: read(projectPath('migrations', 'reference', 'platforms.json')),
    organisation: read(organisation ?? projectPath('migrations', 'reference', 'organisation.practice.json')),
  };
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
