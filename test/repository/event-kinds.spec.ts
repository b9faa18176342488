import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { Words } from '#adapters/templates/words.js';
import { EVENT_KINDS } from '#domain/access/event-kinds.js';
import { DENIAL_KINDS, LOOK_KINDS } from '#domain/access/log-kinds.js';
import { SUBJECTS } from '#domain/event.js';

const words = Words.read(projectPath('templates', 'words'));

/** Kinds whose end the code puts on while it runs, as `escalation-${to}`. */
const MADE_OF_CODES = ['escalation-', 'delivery-', '-read'];

test('every kind of event the code records is known', () => {
  const recorded = kindsInCode();
  expect(recorded.length).toBeGreaterThan(50);
  expect(recorded.filter((kind) => !(EVENT_KINDS as readonly string[]).includes(kind))).toEqual([]);
});

test('the kinds made of codes are those whose ends the list holds', () => {
  const made = [...code().matchAll(/(?:kind: |happened\()`([a-z-]*)\$\{\w+\}([a-z-]*)`/g)].map(
    (each) => each[1]! + each[2]!,
  );
  expect([...new Set(made)].sort()).toEqual([...MADE_OF_CODES].sort());
});

test('every kind, and every thing an event may be about, has words', () => {
  const keys = [...EVENT_KINDS.map((kind) => `events.${kind}`), ...SUBJECTS.map((subject) => `subjects.${subject}`)];
  expect(keys.filter((key) => !words.has('nl', key) || !words.has('en', key))).toEqual([]);
});

test('looks and denials are kinds of events', () => {
  expect([...LOOK_KINDS, ...DENIAL_KINDS].filter((kind) => !EVENT_KINDS.includes(kind))).toEqual([]);
});

/** `happened('…')`, and every literal `kind` that stands beside a `subject`. */
function kindsInCode(): string[] {
  const verbs = code().matchAll(/happened\(\s*'([a-z]+(?:-[a-z]+)+)'/g);
  const events = code().matchAll(/kind:\s*'([a-z]+(?:-[a-z]+)+)',\s*(?:subject|\.\.\.THE_LOG)/g);
  return [...new Set([...verbs, ...events].map((found) => found[1]!))].sort();
}

let read: string | undefined;
function code(): string {
  read ??= ['apps/web', 'apps/worker', 'libs'].flatMap(sources).join('\n');
  return read;
}

function sources(folder: string): string[] {
  return readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('dossier-rows.ts'))
    .map((name) => readFileSync(projectPath(folder, name), 'utf8'));
}
