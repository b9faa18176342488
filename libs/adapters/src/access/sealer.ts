import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [NONCE, TAG] = [12, 16];

/** Seals short texts with AES-256-GCM; what a text is about is sealed along, so that it fits nowhere else. */
export class Sealer {
  constructor(private readonly key: Uint8Array) {}

  /** Nonce, tag and cipher text in one. */
  seal(text: string, about: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the text was changed, moved to something else, or sealed with another key. */
  open(sealed: Buffer, about: string): string {
    const [nonce, tag] = [sealed.subarray(0, NONCE), sealed.subarray(NONCE, NONCE + TAG)];
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG });
    decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }
}
