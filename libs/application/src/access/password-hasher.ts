/** Makes and compares password hashes; slow on purpose. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  /** Compares; with no hash (unknown person, no password yet) it takes as long and says no. */
  abstract matches(password: string, hash: string | null): Promise<boolean>;
  /** Whether a hash was made with other parameters than today's. */
  abstract isOutdated(hash: string): boolean;
}
