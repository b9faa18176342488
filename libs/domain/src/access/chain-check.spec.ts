import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type Anchor, anchorLine, anchorsIn, NO_ENTRY } from './anchor.js';
import { type AuditEntry, entryText } from './audit-entry.js';
import { ChainCheck, type ChainHash } from './chain-check.js';

const hashOf: ChainHash = (prevHash, text) =>
  createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(text).digest('hex');

/** A whole chain of n entries. */
function aChain(n: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let seq = 1; seq <= n; seq += 1) {
    const says = {
      seq,
      id: `id-${seq}`,
      kind: 'case-opened',
      subject: 'case',
      subjectId: `c-${seq % 3}`,
      facts: '{"a": 1}',
    };
    const by = {
      actorKind: 'user',
      actor: 'u-1',
      sessionId: seq % 2 ? null : 's-1',
      at: `${1_700_000_000 + seq}.000001`,
    };
    const entry = { ...says, ...by, prevHash: chain.at(-1)?.hash ?? NO_ENTRY.hash, hash: '' };
    chain.push({ ...entry, hash: hashOf(entry.prevHash, entryText(entry)) });
  }
  return chain;
}

function check(chain: readonly AuditEntry[], anchors: readonly Anchor[] = []) {
  const going = new ChainCheck(hashOf, { toTheEnd: true }, anchors);
  for (const entry of chain) if (!going.take(entry)) break;
  return going.end();
}

const anchorAt = ({ seq, hash }: AuditEntry): Anchor => ({
  ...{ seq, hash, count: seq, at: '2026-11-21T12:00:00.000Z', keyId: '0', signature: 'x' },
});

describe('a chain', () => {
  const chain = aChain(30);

  test('that is whole is in order, and its head is the last entry', () => {
    expect(check(chain, [anchorAt(chain[9]!)])).toMatchObject({ ok: true, count: 30, firstBad: null, anchored: 10 });
    expect(check([])).toMatchObject({ ok: true, count: 0, head: NO_ENTRY });
  });

  test('shows every change of every value of every entry, at that entry', () => {
    for (const [index, entry] of chain.entries()) {
      for (const name of Object.keys(entry).filter((each) => each !== 'seq') as (keyof AuditEntry)[]) {
        const changed = { ...entry, [name]: `${String(entry[name])}0` };
        const { ok, firstBad } = check(chain.with(index, changed));
        expect([name, ok, firstBad?.seq]).toEqual([name, false, entry.seq]);
      }
    }
  });

  test('shows every entry that is gone, put in, or exchanged with another', () => {
    for (let at = 0; at < chain.length - 1; at += 1) {
      expect(check(chain.toSpliced(at, 1)).firstBad).toEqual({ seq: at + 1, why: 'missing' });
      const closed = chain.toSpliced(at, 1).map((entry, index) => ({ ...entry, seq: index + 1 }));
      expect(check(closed).firstBad).toEqual({ seq: at + 1, why: 'not-following' });
      expect(check(chain.toSpliced(at + 1, 0, chain[at]!)).firstBad).toEqual({ seq: at + 1, why: 'repeated' });
      const other = chain.with(at, chain[at + 1]!).with(at + 1, chain[at]!);
      expect(check(other).firstBad).toEqual({ seq: at + 1, why: 'missing' });
    }
  });

  test('that was cut off shows by every anchor beyond its end, and by none before', () => {
    for (const end of [0, 1, 15, 29]) {
      expect(check(chain.slice(0, end), [anchorAt(chain[29]!)]).firstBad).toEqual({ seq: end + 1, why: 'cut-off' });
    }
    expect(check(chain.slice(0, 15), [anchorAt(chain[14]!)]).ok).toBe(true);
  });

  test('that was written anew shows from the last anchor that fits', () => {
    const anew = aChain(30).map((entry) => ({ ...entry, actor: 'u-2' }));
    const rewritten = anew.reduce<AuditEntry[]>((made, entry) => {
      const prevHash = made.at(-1)?.hash ?? NO_ENTRY.hash;
      return [...made, { ...entry, prevHash, hash: hashOf(prevHash, entryText(entry)) }];
    }, []);
    expect(check(rewritten)).toMatchObject({ ok: true });
    const anchors = [9, 19].map((index) => anchorAt(chain[index]!));
    expect(check(rewritten, anchors).firstBad).toEqual({ seq: 1, why: 'rewritten' });
    expect(check(rewritten, [anchorAt(rewritten[9]!), anchors[1]!]).firstBad).toEqual({ seq: 11, why: 'rewritten' });
  });
});

test('anchors are read from lines among others, and a line cut by a crash is passed over', () => {
  const [one, two] = aChain(2).map(anchorAt) as [Anchor, Anchor];
  const text = `Subject: x\r\n\r\n${anchorLine(one)}\r\n{"seq": "1"}\r\n{\n${anchorLine(two)}\n${anchorLine(two).slice(0, 40)}`;
  expect(anchorsIn(text)).toEqual([one, two]);
});
