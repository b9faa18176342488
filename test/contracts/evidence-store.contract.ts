import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EvidenceStore } from '#application/evidence/evidence-store.js';

/** A store to try, with a way to damage what it holds. */
export interface StoreOnTrial {
  readonly store: EvidenceStore;
  damage(digest: string): Promise<void>;
}

const words = Buffer.from('bewijs');
const digest = createHash('sha256').update(words).digest('hex');

async function* inParts(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

/** What every evidence store promises. */
export function evidenceStoreContract(name: string, make: () => Promise<StoreOnTrial>): void {
  describe(`evidence kept ${name}`, () => {
    let trial: StoreOnTrial;
    beforeEach(async () => {
      trial = await make();
    });

    test('is found under the digest of its bytes', async () => {
      expect(await trial.store.put(words)).toEqual({ digest, size: 6 });
      expect(Buffer.from(await trial.store.read(digest))).toEqual(words);
      expect(await trial.store.has(digest)).toBe(true);
    });

    test('is the same whether it came whole or in parts', async () => {
      expect(await trial.store.put(inParts('be', '', 'wijs'))).toEqual({ digest, size: 6 });
      expect(Buffer.from(await trial.store.read(digest))).toEqual(words);
    });

    test('may be empty', async () => {
      const { digest: ofNothing, size } = await trial.store.put(new Uint8Array());
      expect([size, (await trial.store.read(ofNothing)).byteLength]).toEqual([0, 0]);
    });

    test('is stored once, however often and at once it is put', async () => {
      const stored = await Promise.all(Array.from({ length: 8 }, () => trial.store.put(words)));
      expect(new Set(stored.map((each) => each.digest))).toEqual(new Set([digest]));
      expect(Buffer.from(await trial.store.read(digest))).toEqual(words);
    });

    test('that never came is missing', async () => {
      expect(await trial.store.has(digest)).toBe(false);
      await expect(trial.store.read(digest)).rejects.toMatchObject({ code: 'evidence.missing', facts: { digest } });
    });

    test('that broke off in coming is not there', async () => {
      const breaking = (async function* () {
        yield await Promise.resolve(words);
        throw new Error('the line went dead');
      })();
      await expect(trial.store.put(breaking)).rejects.toThrow('the line went dead');
      expect(await trial.store.has(digest)).toBe(false);
    });

    test('that was damaged is not given out, and not taken for stored', async () => {
      await trial.store.put(words);
      await trial.damage(digest);
      await expect(trial.store.read(digest)).rejects.toMatchObject({ code: 'evidence.digest-mismatch' });
      await expect(trial.store.put(words)).rejects.toMatchObject({ code: 'evidence.digest-mismatch' });
    });

    test.each(['', '..', 'AB'.repeat(32), '../'.repeat(22), `${'a'.repeat(63)}/`])(
      'is not asked for by anything but a digest: %j',
      async (name) => {
        await expect(trial.store.read(name)).rejects.toMatchObject({ code: 'evidence.bad-digest' });
      },
    );
  });
}
