import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from '@jest/globals';
import type { DossierFacts } from '#domain/report/dossier-facts.js';
import { dossierOf } from '#domain/report/dossier.js';
import {
  aDossierFacts,
  aDossierNotice,
  aFullNotice,
  aNoticeByForm,
  maximumFacts,
  MOMENT,
} from '#test/builders/dossier.js';
import { projectPath } from '../settings/project.js';
import { dossierJson } from './dossier-json.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const SCHEMA = JSON.parse(readFileSync(projectPath('docs', 'dossier.schema.json'), 'utf8')) as Schema;
const MINIMUM = aDossierFacts([]);
const TYPICAL = aDossierFacts([
  aFullNotice(),
  aDossierNotice({ reference: 'TF-2025-000002', category: null, channel: null }),
]);

const read = (facts: DossierFacts, version: 'confidential' | 'public' = 'confidential'): unknown =>
  JSON.parse(dossierJson(dossierOf(facts, version, MOMENT)));

describe('dossier.json', () => {
  const validate = new Ajv2020({ allowUnionTypes: true, strict: true, allErrors: true }).compile(SCHEMA);

  test.each([
    ['minimum', MINIMUM],
    ['typical', TYPICAL],
    ['maximum', maximumFacts()],
  ])('is as its schema says with %s facts, confidential and public', (_name, facts) => {
    for (const version of ['confidential', 'public'] as const) {
      validate(read(facts, version));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test('fills every member the schema knows when all facts are there', () => {
    const facts = maximumFacts();
    const byForm = { ...facts, notices: facts.notices.map(aNoticeByForm) };
    expect(emptyMembers(SCHEMA, [read(byForm)])).toEqual([]);
  });

  test('is refused by its schema when a member is missing or added', () => {
    const { reference: _left, ...rest } = read(TYPICAL) as Record<string, unknown>;
    expect(validate(rest)).toBe(false);
    expect(validate({ ...(read(TYPICAL) as object), helpSeeker: 'x' })).toBe(false);
  });

  test('has the same bytes in whatever order the source gave its members', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, member]) => [key, backwards(member)]),
            )
          : value;
    const other = backwards(maximumFacts()) as DossierFacts;
    expect(dossierJson(dossierOf(other, 'confidential', MOMENT))).toBe(
      dossierJson(dossierOf(maximumFacts(), 'confidential', MOMENT)),
    );
  });
});

/** Paths in the schema that are null, empty or absent in every one of the values found there. */
function emptyMembers(schema: Schema, values: readonly unknown[], path = ''): string[] {
  const meant = resolved(schema);
  const filled = values.filter((value) => value !== null && value !== undefined && !isEmptyArray(value));
  if (filled.length === 0) return [path];
  if (meant.items) return emptyMembers(meant.items, filled.flat(), `${path}[]`);
  return Object.entries(meant.properties ?? {}).flatMap(([name, member]) =>
    emptyMembers(
      member,
      filled.map((value) => (value as Record<string, unknown>)[name]),
      `${path}.${name}`,
    ),
  );
}

function resolved(schema: Schema): Schema {
  if (schema.anyOf) return resolved(schema.anyOf[0]!);
  return schema.$ref ? resolved(SCHEMA.$defs![schema.$ref.replace('#/$defs/', '')]!) : schema;
}

const isEmptyArray = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
