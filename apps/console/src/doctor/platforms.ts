import { hostClashes } from '#domain/provider/host-clash.js';
import type { Platform } from '#domain/provider/platform.js';
import { ok, warn, type Found } from './finding.js';

/** Whether each host belongs to one platform: reference data may bring one that people here had added already. */
export function platformsFinding(platforms: readonly Platform[]): Found {
  const clashes = hostClashes(platforms);
  if (clashes.length === 0) return ok(`${platforms.length} platforms, each host of one of them`);
  const detail = clashes.map(({ host, keeps, others }) => {
    return `${host} belongs to ${[keeps, ...others].join(' and ')}; new notices are recognised as ${keeps}`;
  });
  const remedy =
    'as a supervisor, write what you know of its channels on the page of the platform that is recognised, then take the ' +
    'host away on the page of the other; notices that are there stay where they are';
  return warn(detail.join('; '), remedy);
}
