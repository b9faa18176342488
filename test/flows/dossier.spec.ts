import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openFolder } from '#adapters/bag/open-folder.js';
import { readText } from '#adapters/bag/bag-files.js';
import { openZip } from '#adapters/bag/open-zip.js';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import { projectPath } from '#adapters/settings/project.js';
import { readSettings } from '#adapters/settings/settings.js';
import { aFolder } from '#test/builders/bag.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { COMMANDS } from '../../apps/console/src/commands/all.js';
import { Desk } from '../../apps/console/src/desk.js';
import { runCommand } from '../../apps/console/src/frame.js';

const HISTORY = projectPath('migrations', 'reference', 'practice', 'notices-2025.csv');
const PERIOD = ['--from', '2025-07-15', '--to', '2025-12-31'];
/** A platform with few notices, so that printing them takes a moment. */
const FEW = 'discord';
const AT = ['--at', '2026-01-31T12:00:00Z'];

let environment: Record<string, string>;

beforeAll(async () => {
  const url = await freshDatabase();
  const db = await openDataSource(url, 1);
  await seedReference(db, referenceLists('practice'));
  await db.destroy();
  const folder = await aFolder();
  environment = { DATABASE_URL: url, SEINPOST_VAR: join(folder, 'var'), INIT_CWD: folder };
  expect((await typed('import', 'notices', HISTORY)).code).toBe(0);
});

/** Types a command as an operator would and answers its document and exit code. */
async function typed(...words: string[]): Promise<{ code: number; json: Record<string, unknown> }> {
  let out = '';
  const code = await runCommand([...words, '--json'], {
    commands: COMMANDS,
    settings: () => readSettings(environment),
    openDesk: (settings) => new Desk(settings),
    out: (text) => void (out += text),
    err: () => undefined,
  });
  return { code, json: JSON.parse(out) as Record<string, unknown> };
}

describe('a dossier about a provider in the imported history', () => {
  test('is made, verifies, and has the figures that follow-up gives', async () => {
    const { code, json } = await typed('dossier', '--provider', 'instagram', ...PERIOD, ...AT, '--out', 'a.zip');
    expect({ code, ...json }).toMatchObject({ code: 0, reference: 'instagram-2025-07-15-2025-12-31' });
    expect(await typed('verify', 'a.zip')).toMatchObject({ code: 0, json: { ok: true, kind: 'bag', fault: null } });

    const dossier = await dossierIn('a.zip');
    const followUp = await typed('follow-up', ...PERIOD, '--as-of', AT[1]!, '--by', 'platform');
    const group = (followUp.json['groups'] as { key: string; sent: number }[]).find(({ key }) => key === 'instagram');
    expect(dossier.figures).toMatchObject({
      sent: group!.sent,
      classes: (group as object as typeof dossier.figures).classes,
    });
    expect(dossier.notices).toHaveLength(json['notices'] as number);
    for (const { class: name, count } of dossier.figures.classes) {
      expect(dossier.notices.filter((notice) => notice.class === name)).toHaveLength(count);
    }
  });

  test('has the same bytes when it is made again', async () => {
    const order = ['dossier', '--provider', FEW, ...PERIOD, ...AT];
    const [first, second] = [await typed(...order, '--out', 'first.zip'), await typed(...order, '--out', 'second.zip')];
    expect(first.json).toMatchObject({ reference: `${FEW}-2025-07-15-2025-12-31` });
    expect(second.json).toEqual({ ...first.json, file: second.json['file'] });
  });

  test('can be made for everybody, and about a provider without notices', async () => {
    const order = ['dossier', ...PERIOD, ...AT, '--version', 'public'];
    const open = await typed(...order, '--provider', FEW, '--out', 'public.zip');
    expect({ code: open.code, error: open.json['error'] }).toEqual({ code: 0 });
    expect(await textIn('public.zip', 'data/notices.csv')).not.toMatch(/https:\/\/[^/\s,]+\//);
    const none = await typed(...order, '--provider', 'wikipedia', '--out', 'none.zip');
    expect(none).toMatchObject({ code: 0, json: { notices: 0, items: 0 } });
  });

  test('is refused for a code nobody knows, and leaves no file', async () => {
    const { code, json } = await typed('dossier', '--provider', 'nobody', ...PERIOD, '--out', 'no.zip');
    expect({ code, error: json['error'] }).toMatchObject({ code: 1, error: { code: 'provider.unknown' } });
    const { files } = await openFolder(environment['INIT_CWD']!);
    expect([...files.keys()].filter((path) => path.startsWith('no.'))).toEqual([]);
  });
});

interface Told {
  readonly figures: { readonly sent: number; readonly classes: readonly { class: string; count: number }[] };
  readonly notices: readonly { readonly class: string }[];
}

async function dossierIn(file: string): Promise<Told> {
  return JSON.parse(await textIn(file, 'data/dossier.json')) as Told;
}

async function textIn(file: string, path: string): Promise<string> {
  const zip = await openZip(join(environment['INIT_CWD']!, file));
  const text = await readText(zip.files.get(path)!);
  zip.close();
  return text!;
}
