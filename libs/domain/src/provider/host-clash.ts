import { KnownHosts, type RecognisablePlatform } from './recognise-platform.js';

/** One host pattern that more than one platform has: `keeps` is recognised there, the `others` no longer are. */
export interface HostClash {
  readonly host: string;
  /** Codes of platforms. */
  readonly keeps: string;
  readonly others: readonly string[];
}

/**
 * Hosts that stand twice: reference data brought a platform with a host that a person had already added. Nobody can add
 * one twice by hand. Which one is recognised is said by `KnownHosts`, so this tells exactly what the desk does.
 */
export function hostClashes(platforms: readonly RecognisablePlatform[]): HostClash[] {
  return [...new KnownHosts(platforms).all.values()].flatMap((patterns) => {
    const byPattern = Map.groupBy(patterns, ({ host, port, path }) => `${host}${port && `:${port}`}${path}`);
    return [...byPattern].flatMap(([host, claims]) => {
      const [keeps, ...others] = [...new Set(claims.map(({ code }) => code))];
      return keeps !== undefined && others.length > 0 ? [{ host, keeps, others }] : [];
    });
  });
}
