/** Languages in which the desk speaks to the people who work at it. */
export const DESK_LANGUAGES = ['nl', 'en'] as const;
export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

/** How the desk looks: as the person's device asks, or always light or dark. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const isDeskLanguage = (word: unknown): word is DeskLanguage => DESK_LANGUAGES.includes(word as DeskLanguage);
