import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { PasswordHasher } from '#application/access/password-hasher.js';

const derive = promisify(argon2);

/** Argon2id (RFC 9106): 64 MiB, three passes, one lane; about a quarter of a second, above OWASP's least of 19 MiB × 2. */
const MEMORY_KIB = 65_536;
const PASSES = 3;
const LANES = 1;
const PREFIX = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`;

/** Node's own Argon2id; hashes are kept in the PHC string format, so that stronger parameters can follow. */
export class Argon2Hasher extends PasswordHasher {
  /** Compared with when there is no hash, so that an unknown person takes as long as a known one. */
  private readonly nobody = `${PREFIX}${encode(randomBytes(16))}$${encode(randomBytes(32))}`;

  async hash(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const tag = await derive('argon2id', parameters(password, nonce, 32, MEMORY_KIB, PASSES, LANES));
    return `${PREFIX}${encode(nonce)}$${encode(tag)}`;
  }

  async matches(password: string, hash: string | null): Promise<boolean> {
    const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? this.nobody);
    if (!parts) throw new Error('a stored password hash is not in the PHC format of Argon2id');
    const [memory, passes, lanes] = parts.slice(1, 4).map(Number) as [number, number, number];
    const expected = Buffer.from(parts[5] ?? '', 'base64');
    const nonce = Buffer.from(parts[4] ?? '', 'base64');
    const tag = await derive('argon2id', parameters(password, nonce, expected.length, memory, passes, lanes));
    return timingSafeEqual(tag, expected) && hash !== null;
  }

  isOutdated(hash: string): boolean {
    return !hash.startsWith(PREFIX);
  }
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function parameters(
  password: string,
  nonce: Buffer,
  tagLength: number,
  memory: number,
  passes: number,
  parallelism: number,
): Argon2Parameters {
  return { message: password.normalize('NFKC'), nonce, tagLength, memory, passes, parallelism };
}
