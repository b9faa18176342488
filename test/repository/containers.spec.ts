import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { GROUP_ROLES } from '#adapters/postgres/grants.js';
import { projectPath } from '#adapters/settings/project.js';
import { SETTING_NAMES, type SettingName } from '#adapters/settings/setting-names.js';
import { readSettings } from '#adapters/settings/settings.js';

interface Service {
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);

test('there is a database, its migration, the two processes of the desk and a mail server to try with', () => {
  expect(services.map(([name]) => name).sort()).toEqual(['mail', 'migrate', 'postgres', 'web', 'worker']);
  expect(ours.map(([name]) => name).sort()).toEqual(['migrate', 'web', 'worker']);
});

test('each container of ours runs a program that has a source', () => {
  for (const [name, { command }] of ours) {
    const [node, program = ''] = command ?? [];
    expect(node).toBe('node');
    const source = projectPath(program.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect({ name, there: existsSync(source) }).toEqual({ name, there: true });
  }
});

test('every name in a container’s environment is one the settings read', () => {
  for (const [, { environment }] of ours) {
    for (const name of Object.keys(environment ?? {})) expect(readable()).toContain(name);
  }
  const inImage = [...read('Dockerfile').matchAll(/\b(SEINPOST_\w+|DATABASE_URL\w*)=/g)].map((match) => match[1]);
  expect(inImage).not.toHaveLength(0);
  for (const name of inImage) expect(readable()).toContain(name);
});

test('the environment of each container makes settings without a problem', () => {
  for (const [, { environment, secrets }] of ours) {
    const files = Object.entries(environment ?? {}).filter(([name]) => name.endsWith('_FILE'));
    expect(files.map(([, path]) => path.replace('/run/secrets/', '')).sort()).toEqual([...(secrets ?? [])].sort());
    const given = Object.entries(environment ?? {}).filter(([name]) => !name.endsWith('_FILE'));
    const env = { ...Object.fromEntries(given), DATABASE_URL: 'postgres://seinpost@postgres/seinpost' };
    expect(readSettings(env).smtp).toMatchObject({ host: 'mail', port: 1025 });
  }
});

test('web and worker get an address of the database of their own, and only the migration gets its owner’s', () => {
  const databases = ours.map(([name, { environment }]) => [
    name,
    Object.keys(environment ?? {}).filter((key) => key.includes('DATABASE_URL')),
  ]);
  expect(Object.fromEntries(databases)).toEqual({
    migrate: ['DATABASE_URL_FILE'],
    web: ['SEINPOST_WEB_DATABASE_URL_FILE'],
    worker: ['SEINPOST_WORKER_DATABASE_URL_FILE'],
  });
  const logins = compose.configs['database-logins']?.content ?? '';
  for (const role of Object.values(GROUP_ROLES)) expect(logins).toContain(`create role ${role} nologin;`);
});

test('every secret a container asks for is declared', () => {
  for (const [, { secrets }] of services)
    for (const secret of secrets ?? []) expect(compose.secrets).toHaveProperty(secret);
});

test('the image copies every folder the program reads at run time', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY --from=build \/seinpost\/(\S+)/gm)].map((match) => match[1]);
  expect(copied).toEqual(expect.arrayContaining(['node_modules', 'dist', 'templates', 'migrations']));
});

function readable(): readonly string[] {
  const settings: readonly SettingName[] = SETTING_NAMES;
  return settings.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
}

function read(file: string): string {
  return readFileSync(projectPath(file), 'utf8');
}
