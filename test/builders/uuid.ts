/** The n-th made-up id of a test, a UUID of version 7 in form; the same n is the same id again. */
export const uuid = (n: number): string => `01935000-0000-7000-8000-${String(n).padStart(12, '0')}`;
