import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { AnchorSigner } from '#application/access/anchor-signer.js';
import type { KeyRing } from '#application/access/key-ring.js';
import { type Anchor, anchorText, type Head } from '#domain/access/anchor.js';

/** A private key of Ed25519 in PKCS #8 (RFC 8410) up to its 32 bytes of seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

interface Key {
  readonly secret: KeyObject;
  readonly open: KeyObject;
  readonly keyId: string;
}

/** Signs anchors with Ed25519 (RFC 8032); the seed comes from the key ring. */
export class Ed25519AnchorSigner extends AnchorSigner {
  private made: Key | undefined;

  constructor(private readonly keys: KeyRing) {
    super();
  }

  sign({ seq, hash, count }: Head, at: Date): Anchor {
    const { secret, keyId } = this.key;
    const anchor = { seq, hash, count, at: at.toISOString(), keyId };
    return { ...anchor, signature: sign(null, Buffer.from(anchorText(anchor)), secret).toString('base64') };
  }

  judge(anchor: Anchor): 'ours' | 'forged' | 'other-key' {
    const { open, keyId } = this.key;
    if (anchor.keyId !== keyId) return 'other-key';
    const signature = Buffer.from(anchor.signature, 'base64');
    return verify(null, Buffer.from(anchorText(anchor)), open, signature) ? 'ours' : 'forged';
  }

  publicKey(): { keyId: string; pem: string } {
    const { open, keyId } = this.key;
    return { keyId, pem: open.export({ type: 'spki', format: 'pem' }).toString() };
  }

  private get key(): Key {
    return (this.made ??= keyFrom(this.keys.derive('audit-anchor')));
  }
}

function keyFrom(seed: Uint8Array): Key {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const open = createPublicKey(secret);
  const bytes = open.export({ type: 'spki', format: 'der' }).subarray(-32);
  return { secret, open, keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
}
