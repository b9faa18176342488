import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { PasswordHasher } from '#application/access/password-hasher.js';

const derive = promisify(argon2);

/** What makes a hash slow: memory in KiB, passes over it, lanes beside each other. */
export interface Strength {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id (RFC 9106): 64 MiB, three passes, one lane; about a quarter of a second, above OWASP's least of 19 MiB × 2. */
export const STANDARD: Strength = { memory: 65_536, passes: 3, lanes: 1 };

/** Node's own Argon2id; hashes are kept in the PHC string format, so that stronger parameters can follow. */
export class Argon2Hasher extends PasswordHasher {
  private readonly opening: string;
  /** Compared with when there is no hash, so that an unknown person takes as long as a known one. */
  private readonly nobody: string;

  constructor(private readonly strength: Strength = STANDARD) {
    super();
    this.opening = `$argon2id$v=19$m=${strength.memory},t=${strength.passes},p=${strength.lanes}$`;
    this.nobody = `${this.opening}${encode(randomBytes(16))}$${encode(randomBytes(32))}`;
  }

  async hash(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const tag = await derive('argon2id', parameters(password, { nonce, tagLength: 32, ...this.strength }));
    return `${this.opening}${encode(nonce)}$${encode(tag)}`;
  }

  async matches(password: string, hash: string | null): Promise<boolean> {
    const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? this.nobody);
    if (!parts) throw new Error('a stored password hash is not in the PHC format of Argon2id');
    const [memory = 0, passes = 0, lanes = 0] = parts.slice(1, 4).map(Number);
    const [nonce, expected] = [Buffer.from(parts[4] ?? '', 'base64'), Buffer.from(parts[5] ?? '', 'base64')];
    const recipe = { nonce, tagLength: expected.length, memory, passes, lanes };
    const tag = await derive('argon2id', parameters(password, recipe));
    return timingSafeEqual(tag, expected) && hash !== null;
  }

  isOutdated(hash: string): boolean {
    return !hash.startsWith(this.opening);
  }
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** NFKC, so that the same password typed on another keyboard is the same password. */
const parameters = (password: string, recipe: Strength & { nonce: Buffer; tagLength: number }): Argon2Parameters => ({
  message: password.normalize('NFKC'),
  nonce: recipe.nonce,
  tagLength: recipe.tagLength,
  memory: recipe.memory,
  passes: recipe.passes,
  parallelism: recipe.lanes,
});
