/** What a person may do; each code is stable and public (design.md §5, `seinpost user add`). */
export const ROLES = ['caseworker', 'reviewer', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a word names a role. */
export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);

/** Roles that may open case content; an administrator keeps the desk running without reading it. */
export const CONTENT_ROLES: readonly Role[] = ['caseworker', 'reviewer', 'supervisor', 'auditor'];

/** Roles that may change a case or a notice. */
export const WORKING_ROLES: readonly Role[] = ['caseworker', 'supervisor'];
