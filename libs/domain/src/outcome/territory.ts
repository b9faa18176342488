/** Whether a text is an ISO 3166-1 alpha-2 code or `EU`; the language data of the runtime knows the codes. */
export const isTerritory = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;

/** The territories in what a person typed, such as `nl, be`; null where one of them is no territory. */
export function territoriesIn(typed: string): string[] | null {
  const codes = [
    ...new Set(
      typed
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  return codes.every(isTerritory) ? codes : null;
}
