import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from '#adapters/settings/project.js';
import { REACTIONS } from '#application/reactions.js';
import { SETTING_NAMES, type SettingName } from '#adapters/settings/setting-names.js';

const GUIDES = [
  'README.md',
  ...markdownIn('docs'),
  ...markdownIn('docs', 'decisions'),
  ...markdownIn('docs', 'security'),
];
const OPERATORS = 'docs/operators-guide.md';

test('what the caseworker’s guide and the loop of the README set in bold stands on the desk in those words', () => {
  const onScreen = new Set(textsIn(JSON.parse(read('templates/words/nl.json'))));
  const loop = /## The loop\n([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? '';
  const named = [...boldIn(read('docs/caseworkers-guide.nl.md')), ...boldIn(loop)];
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((name) => !onScreen.has(name))).toEqual([]);
});

test('the operator’s guide names every setting with its standard, and no other', () => {
  const settings: readonly SettingName[] = SETTING_NAMES;
  const wanted = settings.map(({ name, standard, secret, says }) => {
    const file = secret ? `, \`${name}_FILE\`` : '';
    return `| \`${name}\`${file} | ${standard === undefined ? '–' : `\`${standard}\``} | ${says} |`;
  });
  const table = read(OPERATORS)
    .split('\n')
    .filter((line) => /^\| `(SEINPOST_|DATABASE_URL|INIT_CWD)/.test(line));
  expect(table).toEqual(wanted);
});

test('the page on architecture lists what follows from which event', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| `([a-z-]+)` \|$/gm)];
  const told = rows.flatMap(([, events = '', reaction]) =>
    events.split(', ').map((event) => [event.replaceAll('`', ''), [reaction]]),
  );
  expect(Object.fromEntries(told)).toEqual(REACTIONS);
});

test('a guide leads to pages that are there', () => {
  const broken = GUIDES.flatMap((guide) => {
    const links = [...read(guide).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '');
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    return own.filter((link) => !existsSync(projectPath(dirname(guide), link))).map((link) => `${guide}: ${link}`);
  });
  expect(broken).toEqual([]);
});

test('a path that a guide names is a path of the project', () => {
  const broken = GUIDES.flatMap((guide) => {
    const paths = [...read(guide).matchAll(/`((?:apps|libs|test|templates|migrations|docs)\/[\w./-]+)`/g)];
    return paths.map((found) => found[1] ?? '').filter((path) => !existsSync(projectPath(path)));
  });
  expect(broken).toEqual([]);
});

test('the list of decisions is the decisions that are there, each number once', () => {
  const there = readdirSync(projectPath('docs', 'decisions'))
    .filter((name) => /^\d{4}-/.test(name))
    .sort();
  const numbers = there.map((name) => name.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
  const rows = there.map((name) => {
    const [, number, title] = /^# (\d{4}) · (.+)$/m.exec(read(join('docs', 'decisions', name))) ?? [];
    const [, day] = /^(\d{4}-\d{2}-\d{2}) · \w+/m.exec(read(join('docs', 'decisions', name))) ?? [];
    expect({ name, number }).toEqual({ name, number: name.slice(0, 4) });
    return `| ${number} | [${title}](${name}) | ${day} |`;
  });
  const list = read('docs/decisions/README.md')
    .split('\n')
    .filter((line) => /^\| \d/.test(line));
  expect(list).toEqual(rows);
});

/** Bold words but for those that open a paragraph and end in a sign of a sentence; `A → B` are two. */
function boldIn(text: string): string[] {
  const bold = [...text.replace(/\s+/g, ' ').matchAll(/\*\*([^*]+)\*\*/g)].map((found) => found[1] ?? '');
  const openings = [...text.matchAll(/^(?:- )?\*\*([^*]+[.?:])\*\*/gm)].map((found) => found[1] ?? '');
  return bold.filter((name) => !openings.includes(name)).flatMap((name) => name.split(' → '));
}

/** Every text in a file of words, however deep. */
function textsIn(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsIn);
}

function markdownIn(...folder: string[]): string[] {
  const names = readdirSync(projectPath(...folder)).filter((name) => name.endsWith('.md'));
  return names.map((name) => join(...folder, name));
}

function read(file: string): string {
  return readFileSync(projectPath(file), 'utf8');
}
