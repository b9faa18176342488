import { describe, expect, test } from '@jest/globals';
import { type DossierOrder, MakeDossier, type MadeDossier } from '#application/report/make-dossier.js';
import { EVERYTHING } from '#domain/access/reach.js';
import type { Call } from '../command.js';
import type { Desk } from '../desk.js';
import { dossierCommand } from './dossier.command.js';

const MADE: MadeDossier = {
  reference: 'E-2026-0007',
  file: '/here/x.zip',
  sha256: 'a'.repeat(64),
  notices: 2,
  items: 3,
};

/** Calls the command on a desk whose act only remembers what it was asked. */
async function called(...args: string[]) {
  const asked: DossierOrder[] = [];
  const act = { run: (order: DossierOrder) => Promise.resolve((asked.push(order), MADE)) };
  const get = (wanted: unknown) => Promise.resolve(wanted === MakeDossier ? act : undefined);
  const desk = () => Promise.resolve({ get } as unknown as Desk);
  const call: Call = { args, cwd: '/here', desk, note: () => undefined, json: true };
  return { answer: await dossierCommand.run(call), order: asked[0]! };
}

describe('seinpost dossier', () => {
  test('asks for a provider over days of sending, at a moment, for the regulator', async () => {
    const period = ['--provider', 'instagram', '--from', '2025-07-15', '--to', '2025-12-31'];
    const { answer, order } = await called(...period, '--out', 'x.zip', '--at', '2026-11-21T10:00:00+01:00');
    const at = new Date('2026-11-21T09:00:00Z');
    const query = { kind: 'provider', code: 'instagram', from: '2025-07-15', to: '2025-12-31', at, reach: EVERYTHING };
    expect(order).toEqual({ query, version: 'confidential', out: '/here/x.zip' });
    expect(answer).toMatchObject({ json: MADE, ok: true });
  });

  test('asks for an escalation, for everybody', async () => {
    const { order } = await called('E-2026-0007', '--out', '/there/x.zip', '--version', 'public');
    expect(order).toMatchObject({
      query: { kind: 'escalation', escalation: 'E-2026-0007' },
      version: 'public',
      out: '/there/x.zip',
    });
  });

  test.each([
    [[]],
    [['E-2026-0007']],
    [['--out', 'x.zip']],
    [['E-2026-0007', 'E-2026-0008', '--out', 'x.zip']],
    [['E-2026-0007', '--provider', 'x', '--out', 'x.zip']],
    [['--provider', 'x', '--out', 'x.zip']],
    [['--provider', 'x', '--from', '2025-07-15', '--to', '2025-02-30', '--out', 'x.zip']],
    [['--provider', 'x', '--from', '2025-12-31', '--to', '2025-07-15', '--out', 'x.zip']],
    [['--from', '2025-07-15', '--to', '2025-12-31', '--out', 'x.zip']],
    [['E-2026-0007', '--out', 'x.zip', '--at', 'yesterday']],
    [['E-2026-0007', '--out', 'x.zip', '--version', 'secret']],
  ])('%j is wrong use', async (args) => {
    await expect(called(...args)).rejects.toMatchObject({ code: 'usage' });
  });
});
