import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { STYLES } from '../../apps/practice/src/pages/styles.js';

/** What begins a rule that holds in the dark alone: the choice of a person, or the wish of a browser. */
const DARK =
  /(?::root\[data-theme='dark'\]|@media \(prefers-color-scheme: dark\) \{\s*:root(?:\[data-theme='auto'\])?) \{/;

/** The names of a theme as it may be asked for, wherever it stands. */
const NAMED = /data-theme='(?:dark|auto)'|prefers-color-scheme/g;

/** The declarations of each rule that holds in the dark alone. */
const inTheDark = (css: string): string[] =>
  [...css.matchAll(new RegExp(`${DARK.source}([^}]*)\\}`, 'g'))].flatMap(([, body]) =>
    body!.split(';').flatMap((each) => each.trim() || []),
  );

/** Declarations of the dark that are no colour under a name of ours. */
const beyondColours = (css: string): string[] =>
  inTheDark(css).filter((each) => !/^(?:--[\w-]+:\s*#[\da-f]{3,8}|color-scheme:\s*dark)$/i.test(each));

/** Mentions of a theme that stand outside those rules. */
const outside = (css: string): string[] => css.replaceAll(new RegExp(DARK.source, 'g'), '').match(NAMED) ?? [];

const sheets = readdirSync(projectPath('templates', 'assets'))
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, readFileSync(projectPath('templates', 'assets', name), 'utf8')] as const);

// On this stands that `barriers` looks at a page in the dark with the rules about colours alone.
test.each([...sheets, ['the practice platform', STYLES] as const])(
  '%s differs in the dark by colours alone',
  (_, css) => {
    expect({ beyond: beyondColours(css), outside: outside(css) }).toEqual({ beyond: [], outside: [] });
  },
);

test('the dark is found where it stands', () => {
  const all = sheets.map(([, css]) => css).join('\n');
  expect(inTheDark(all).length).toBeGreaterThan(50);
  expect(inTheDark(STYLES).length).toBeGreaterThan(5);
});

test.each([
  ['a size', ":root[data-theme='dark'] { --gap: 4px; }"],
  ['what is hidden', '@media (prefers-color-scheme: dark) { :root { display: none; } }'],
])('%s that changes in the dark is found', (_, css) => {
  expect(beyondColours(css)).toHaveLength(1);
});

test('a rule of its own for the dark is found', () => {
  expect(outside('@media (prefers-color-scheme: dark) { .x { margin: 0; } }')).toHaveLength(1);
});
