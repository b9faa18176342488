import { argon2, createHash, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyRing } from '#application/access/key-ring.js';
import { PasswordHasher } from '#application/access/password-hasher.js';

const derive = promisify(argon2);

/** What makes a hash slow: memory in KiB, passes over it, lanes beside each other. */
export interface Strength {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id (RFC 9106): 64 MiB, three passes, one lane; above OWASP's least of 19 MiB × 2 (docs/decisions on sign-in). */
export const STANDARD: Strength = { memory: 65_536, passes: 3, lanes: 1 };

/** A stored hash taken apart: the PHC string format, `keyid` naming the pepper it was made with. */
const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)(?:,keyid=([\w+/]+))?\$([^$]+)\$([^$]+)$/;

/**
 * Node's own Argon2id. The pepper is a key that no database holds (RFC 9106's secret value): hashes from a stolen database
 * cannot be tried without it. Hashes made without a pepper, or weaker, still match and are outdated.
 */
export class Argon2Hasher extends PasswordHasher {
  private readonly opening: string;
  private readonly keyId: string | undefined;
  /** Compared with when there is no hash, so that an unknown person takes as long as a known one. */
  private readonly nobody: string;

  constructor(
    private readonly strength: Strength = STANDARD,
    private readonly pepper?: Uint8Array,
  ) {
    super();
    this.keyId = pepper && encode(createHash('sha256').update(pepper).digest().subarray(0, 6));
    const key = this.keyId === undefined ? '' : `,keyid=${this.keyId}`;
    this.opening = `$argon2id$v=19$m=${strength.memory},t=${strength.passes},p=${strength.lanes}${key}$`;
    this.nobody = `${this.opening}${encode(randomBytes(16))}$${encode(randomBytes(32))}`;
  }

  async hash(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const recipe = { nonce, tagLength: 32, ...this.strength, secret: this.pepper };
    return `${this.opening}${encode(nonce)}$${encode(await derive('argon2id', parameters(password, recipe)))}`;
  }

  async matches(password: string, hash: string | null): Promise<boolean> {
    const parts = STORED.exec(hash ?? this.nobody);
    if (!parts) throw new Error('a stored password hash is not in the PHC format of Argon2id');
    const [memory = 0, passes = 0, lanes = 0] = parts.slice(1, 4).map(Number);
    const [nonce, expected] = [Buffer.from(parts[5] ?? '', 'base64'), Buffer.from(parts[6] ?? '', 'base64')];
    const secret = parts[4] === undefined ? undefined : this.pepper;
    const recipe = { nonce, tagLength: expected.length, memory, passes, lanes, secret };
    const tag = await derive('argon2id', parameters(password, recipe));
    return timingSafeEqual(tag, expected) && hash !== null;
  }

  isOutdated(hash: string): boolean {
    return !hash.startsWith(this.opening);
  }
}

/** The hasher of a desk, with the pepper of its key ring. */
export const deskHasher = (keys: KeyRing): Argon2Hasher => new Argon2Hasher(STANDARD, keys.derive('password-pepper'));

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** NFKC, so that the same password typed on another keyboard is the same password. */
const parameters = (
  password: string,
  recipe: Strength & { nonce: Buffer; tagLength: number; secret: Uint8Array | undefined },
): Argon2Parameters => ({
  message: password.normalize('NFKC'),
  nonce: recipe.nonce,
  tagLength: recipe.tagLength,
  memory: recipe.memory,
  passes: recipe.passes,
  parallelism: recipe.lanes,
  ...(recipe.secret && { secret: recipe.secret }),
});
