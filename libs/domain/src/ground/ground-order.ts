import type { LegalGround, Theme } from './legal-ground.js';

/** Grounds that stand together on a page. */
export interface ThemeOfGrounds {
  readonly theme: Theme;
  readonly grounds: readonly LegalGround[];
}

/** Grounds by theme in the order of the pack; within a theme those relied on most come first. */
export function byTheme(grounds: readonly LegalGround[], use: ReadonlyMap<string, number>): ThemeOfGrounds[] {
  const used = ({ code }: LegalGround): number => use.get(code) ?? 0;
  const themes = [...new Map(grounds.map(({ theme }) => [theme.code, theme])).values()];
  return themes.map((theme) => ({
    theme,
    grounds: grounds
      .filter((ground) => ground.theme.code === theme.code)
      .sort((one, other) => used(other) - used(one) || one.position - other.position),
  }));
}
