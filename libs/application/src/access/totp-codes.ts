/** Codes of authenticator apps (RFC 6238: SHA-1, six digits, thirty seconds). */
export abstract class TotpCodes {
  /** A new secret of 160 bits, in base32. */
  abstract newSecret(): string;
  /** The code of a step. */
  abstract codeOf(secret: string, step: number): string;
  /** Whether a code is that of a step, compared in the same time wherever it differs. */
  abstract matches(typed: { secret: string; code: string }, step: number): boolean;
  /** What an app reads from a QR picture (`otpauth://…`). */
  abstract address(secret: string, email: string): string;
}
