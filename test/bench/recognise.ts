import { readFileSync } from 'node:fs';
import { Recogniser } from '#domain/provider/recognise-address.js';
import type { RecognisablePlatform } from '#domain/provider/recognise-platform.js';
import { referenceFile } from '#test/reference/reference-file.js';
import { median, type Measure } from './figure.js';
import { cpu } from './one-case.js';

const ADDRESSES = 100_000;
const ROUNDS = 7;
const TABLE = new URL('../../../test/fixtures/addresses.json', import.meta.url);

/** Telling of 100,000 pasted addresses what they are, against taking the same texts apart with `URL` and no more. */
export const recognise: Measure = {
  name: 'recognise',
  async run({ share }) {
    const addresses = many(Math.round(ADDRESSES * share));
    const recogniser = new Recogniser(referenceFile<RecognisablePlatform[]>('platforms.json'));
    const costs: [number, number][] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await cpu(() => told(addresses, recogniser));
      const bare = await cpu(() => parsed(addresses));
      if (round > 0) costs.push([ours, bare]); // the first one warms the code
    }
    const middle = (which: 0 | 1): number => median(costs.map((cost) => cost[which]));
    const what = `recognising ${addresses.length} addresses, against bare new URL`;
    return [{ what, ours: middle(0), reference: middle(1), unit: 'ms CPU', bound: { most: 10 } }];
  },
};

/** The addresses of the table that `URL` can read, over and over, each a text of its own. */
function many(count: number): string[] {
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as { readonly address: string }[];
  const readable = table.map(({ address }) => address).filter((address) => URL.canParse(address));
  return Array.from({ length: count }, (_, n) => `${readable[n % readable.length]}#${n}`);
}

function told(addresses: readonly string[], recogniser: Recogniser): Promise<void> {
  const known = addresses.filter((address) => recogniser.recognise(address).is === 'ok').length;
  return known > 0 ? Promise.resolve() : Promise.reject(new Error('no address was recognised'));
}

function parsed(addresses: readonly string[]): Promise<void> {
  const hosts = addresses.filter((address) => new URL(address).hostname !== '').length;
  return hosts > 0 ? Promise.resolve() : Promise.reject(new Error('no address was read'));
}
