import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectPath } from '#adapters/settings/project.js';

/** A small project of our shape with nothing wrong in it. */
const INNOCENT: Files = {
  'libs/domain/src/a.ts': "import 'luxon';",
  'libs/application/src/b.ts': "import '../../domain/src/a.js'; import '@nestjs/common';",
  'libs/adapters/src/c.ts': "import '../../application/src/b.js'; import 'node:fs';",
  'apps/web/src/d.ts': "import '../../../libs/adapters/src/c.js';",
  'apps/worker/src/e.ts': '',
  'migrations/f.ts': '',
  'test/g.ts': "import 'prettier';",
};

/** Wrong imports, each in a file of its own, named after the rule that must catch it. */
const PLANTED: Files = {
  'libs/domain/src/domain-leans-on-nothing.ts': "import '../../application/src/b.js';",
  'libs/application/src/application-not-outward.ts': "import '../../adapters/src/c.js';",
  'libs/adapters/src/adapters-not-apps.ts': "import '../../../apps/web/src/d.js';",
  'migrations/migrations-alone.ts': "import '../libs/domain/src/a.js';",
  'apps/web/src/apps-not-each-other.ts': "import '../../worker/src/e.js';",
  'libs/domain/src/domain-packages.ts': "import 'node:fs';",
  'libs/application/src/application-packages.ts': "import 'express';",
  'apps/web/src/no-circles.ts': "import './partner.js';",
  'apps/web/src/partner.ts': "import './no-circles.js';",
  'apps/web/src/not-to-unresolvable.ts': "import './nowhere.js';",
  'apps/web/src/no-tests-in-the-program.ts': "import '../../../test/g.js';",
  'apps/web/src/no-development-packages.ts': "import 'prettier';",
};

test('imports in the direction of the layers are let through', () => {
  expect(violationsIn(INNOCENT)).toEqual([]);
});

test('every rule catches the violation planted for it', () => {
  const found = violationsIn({ ...INNOCENT, ...PLANTED }).map(({ from, rule }) => `${from} ${rule.name}`);
  for (const file of Object.keys(PLANTED).filter((name) => !name.endsWith('/partner.ts'))) {
    expect(found).toContain(`${file} ${/([\w-]+)\.ts$/.exec(file)?.[1]}`);
  }
});

type Files = Readonly<Record<string, string>>;

/** What the project's own configuration says of a small project made of these files. */
function violationsIn(files: Files): readonly { from: string; rule: { name: string } }[] {
  const folder = mkdtempSync(join(tmpdir(), 'direction-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\nexport {};\n`);
  }
  for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(projectPath(name), join(folder, name));
  const program = projectPath('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = 'apps libs test migrations --output-type json --config'.split(' ');
  const options = { cwd: folder, maxBuffer: 2 ** 26 };
  const output = execFileSync(process.execPath, [program, ...args, projectPath('.dependency-cruiser.cjs')], options);
  rmSync(folder, { recursive: true, force: true });
  return (JSON.parse(output.toString()) as { summary: { violations: ReturnType<typeof violationsIn> } }).summary
    .violations;
}
