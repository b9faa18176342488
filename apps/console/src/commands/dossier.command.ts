import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DossierQuery } from '#application/report/dossier-facts-source.js';
import { type DossierOrder, MakeDossier, type MadeDossier } from '#application/report/make-dossier.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { instant, isDay } from '#domain/instant.js';
import { DOSSIER_VERSIONS, type DossierVersion } from '#domain/report/dossier-facts.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

const USAGE =
  'dossier (ID | --provider CODE --from DAY --to DAY) --out FILE.zip [--at INSTANT] [--version confidential|public]';

/** Makes the file for the regulator: about an escalation, or about a platform or provider over days of sending. */
export const dossierCommand: Command = {
  name: ['dossier'],
  usage: USAGE,
  async run(call: Call): Promise<Answer> {
    const order = orderIn(call);
    const made = await (await (await call.desk()).get(MakeDossier)).run(order);
    return { json: made, words: inWords(made, order.version), ok: true };
  },
};

function orderIn(call: Call): DossierOrder {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...call.args],
    allowPositionals: true,
    options: { provider: text, from: text, to: text, out: text, at: text, version: text },
  });
  if (values.out === undefined || values.out === '') throw new WrongUse(`--out says where the file goes: ${USAGE}`);
  const query = queryIn(positionals, values, momentOf(values.at));
  return { query, version: versionOf(values.version), out: resolve(call.cwd, values.out) };
}

type Period = { readonly provider?: string; readonly from?: string; readonly to?: string };

function queryIn(positionals: readonly string[], { provider, from, to }: Period, at: Date): DossierQuery {
  const [escalation, ...more] = positionals;
  const aboutPeriod = provider !== undefined || from !== undefined || to !== undefined;
  if (more.length > 0 || (escalation === undefined) !== aboutPeriod) {
    throw new WrongUse(`Either an escalation, or a provider and days: ${USAGE}`);
  }
  if (escalation !== undefined) return { kind: 'escalation', escalation, at, reach: EVERYTHING };
  if (provider === undefined || provider === '')
    throw new WrongUse(`--provider names a platform or provider: ${USAGE}`);
  const [first, last] = [day('from', from), day('to', to)];
  if (first > last) throw new WrongUse(`--from ${first} lies after --to ${last}`);
  return { kind: 'provider', code: provider, from: first, to: last, at, reach: EVERYTHING };
}

function day(name: string, value: string | undefined): string {
  if (value === undefined || !isDay(value)) throw new WrongUse(`--${name} needs a day such as 2025-07-15`);
  return value;
}

function momentOf(at: string | undefined): Date {
  const moment = at === undefined ? new Date() : instant(at);
  if (moment === null) throw new WrongUse(`--at ${at} is not a moment such as 2026-11-21T10:00:00Z`);
  return moment;
}

function versionOf(value = 'confidential'): DossierVersion {
  const version = DOSSIER_VERSIONS.find((each) => each === value);
  if (version === undefined) throw new WrongUse(`--version ${value} is not one of ${DOSSIER_VERSIONS.join(', ')}`);
  return version;
}

function inWords({ reference, notices, items, file, sha256 }: MadeDossier, version: DossierVersion): string {
  return `${reference}, ${version} version: ${notices} notices, ${items} items, in ${file}\nSHA-256 ${sha256}`;
}
