/** What a person may do; each code is stable and public (design.md §5, `seinpost user add`). */
export const ROLES = ['caseworker', 'reviewer', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a word names a role. */
export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);
