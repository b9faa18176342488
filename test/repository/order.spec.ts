import { expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { projectPath } from '#adapters/settings/project.js';

interface SlowFirstModule {
  readonly LONGEST: readonly string[];
  readonly default: new () => { sort(tests: readonly { path: string }[]): { path: string }[] };
}

const slowFirst = (): Promise<SlowFirstModule> =>
  import(pathToFileURL(projectPath('test', 'setup', 'slow-first.js')).href) as Promise<SlowFirstModule>;

test('every file that is begun first is there', async () => {
  const { LONGEST } = await slowFirst();
  expect(LONGEST.filter((each) => !existsSync(projectPath(`${each}.ts`)))).toEqual([]);
});

test('the longest files are begun first, then what starts browsers, then the rest', async () => {
  const { default: SlowFirst, LONGEST } = await slowFirst();
  const given = ['libs/domain/src/case/mandate.spec', 'test/flows/sending.spec', LONGEST[1]!, LONGEST[0]!];
  const tests = given.map((each) => ({ path: projectPath('dist', `${each}.js`) }));
  expect(new SlowFirst().sort(tests)).toEqual([tests[3], tests[2], tests[1], tests[0]]);
});
