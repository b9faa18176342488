import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Path of a file or folder of the project, wherever the command was typed (`projectPath('templates', 'words')`).
 * Compiled code lives under `dist`, so the root is the nearest folder above that holds `nest-cli.json`.
 */
export function projectPath(...parts: readonly string[]): string {
  return join(root(), ...parts);
}

function root(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`The project's nest-cli.json is nowhere above ${import.meta.dirname}`);
    folder = above;
  }
  return folder;
}
