/** How large and how odd a mail may be before the parser gives up or cuts; mailparser itself refuses a thousand parts, nested or not. */
export const LIMITS = {
  /** Characters of text kept per body. */
  text: 10 * 1024 * 1024,
  /** Bytes kept of a machine report or of an original's headers. */
  report: 256 * 1024,
  /** Milliseconds for one mail. */
  time: 20_000,
  /** Bytes of memory the child may hold. */
  memory: 512 * 1024 * 1024,
  /** Bytes of one mail that are offered to the child at all. */
  mail: 150 * 1024 * 1024,
} as const;
