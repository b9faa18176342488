import type { Register } from '#application/provider/register.js';

/** A platform, or the company behind several, by code and by the name people know it by. */
export interface About {
  readonly value: string;
  readonly text: string;
  readonly hint: null;
}

/** Whom a complaint can be about: every platform, and every provider whose code is no platform's. */
export async function abouts(register: Register): Promise<readonly About[]> {
  const platforms = await register.platforms();
  const known = new Set(platforms.map(({ code }) => code));
  const groups = (await register.providers()).filter(({ code }) => !known.has(code));
  return [
    ...platforms.map(({ code, name }) => ({ value: code, text: name, hint: null })),
    ...groups.map(({ code, legalEntity }) => ({ value: code, text: legalEntity, hint: null })),
  ];
}

/** The name of one; its code where the register no longer has it. */
export const nameOf = (all: readonly About[], code: string): string =>
  all.find(({ value }) => value === code)?.text ?? code;

/** A calendar day as a moment that is that day in every zone we work in. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;
