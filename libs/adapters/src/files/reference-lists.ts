import { readFileSync } from 'node:fs';
import {
  whole,
  type DescribedOrganisation,
  type InstallationKind,
  type Organisation,
} from '#domain/access/organisation.js';
import { PRACTICE_PLATFORM, type Platform } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Keyword } from '#domain/ground/keyword.js';
import type { ReferenceLists } from '../postgres/seed-reference.js';
import { projectPath } from '../settings/project.js';
import { readCountryPack } from './country-packs.js';
import { holidaysOf } from './holidays.js';
import { readRegister } from './register-lists.js';

/**
 * The lists as they stand in `migrations/reference`, for a database of this kind. `ours` is a JSON file with who we are;
 * without it a practice desk is an invented organisation, and a live desk one without name and address, so that it
 * cannot send before somebody says who it is. `practiceHost` (`host:port`) is where the practice platform answers here.
 */
export function referenceLists(kind: InstallationKind, ours?: string, practiceHost?: string): ReferenceLists {
  const { providers, platforms } = readRegister();
  return {
    kind,
    packOf: readCountryPack,
    holidaysOf,
    keywords: reference<{ keywords: readonly Keyword[] }>('categories.json').keywords,
    providers,
    platforms: practiceHost === undefined ? platforms : platforms.map((one) => answeringAt(practiceHost, one)),
    organisation: whole(reference(`organisation.${kind}.json`)),
    ...(ours === undefined ? {} : { ours: readOrganisation(ours) }),
  };
}

/** The practice platform at a port of this installation's own; every other one as it is. */
const answeringAt = (host: string, platform: Platform): Platform =>
  platform.code === PRACTICE_PLATFORM ? { ...platform, hosts: [host] } : platform;

/** Refuses `installation.organisation-incomplete`, naming what the file lacks, and `installation.organisation-not-json`. */
function readOrganisation(file: string): Organisation {
  const found = read<Partial<DescribedOrganisation>>(file);
  const needed = reference<DescribedOrganisation>('organisation.live.json');
  const missing = Object.keys(needed).filter((name) => found?.[name as keyof Organisation] === undefined);
  if (missing.length > 0) throw new RuleViolation('installation.organisation-incomplete', { file, missing });
  return whole(found as DescribedOrganisation);
}

const reference = <T>(...path: string[]): T => read(projectPath('migrations', 'reference', ...path));

function read<T>(file: string): T {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new RuleViolation('installation.organisation-not-json', { file });
  }
}
