import { describe, expect, test } from '@jest/globals';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { FakeRegister } from '#test/fakes/fake-register.js';
import { leavingTerms } from '#test/fakes/leaving-terms.js';

/** The law as it stands once every ground was repealed on this day. */
class RepealedOn extends FakeRegister {
  constructor(private readonly validTo: string) {
    super();
  }

  override async ground(code: string): Promise<LegalGround> {
    return { ...(await super.ground(code)), validTo: this.validTo, replacedBy: null };
  }
}

const notice = NoticeBuilder.aNotice(1).ready().build();
const letter = aLetter(notice);
const leaving = (validTo: string) =>
  leavingTerms(undefined, undefined, new RepealedOn(validTo)).refuseMoved(
    letter,
    notice,
    new Date('2026-11-22T12:00:00Z'),
  );

describe('a letter that was read before', () => {
  test('leaves on the last day of the law it rests on', async () => {
    await expect(leaving('2026-11-22')).resolves.toBeUndefined();
  });

  test('no longer leaves once that law was repealed', async () => {
    await expect(leaving('2026-11-21')).rejects.toMatchObject({ code: 'ground.repealed' });
  });

  test.each([
    ['of a mandate', { mandate: 'lawyer', concernsMinor: false }],
    ['that it concerns a minor', { mandate: null, concernsMinor: true }],
  ] as const)('does not leave with a claim %s that the case has taken back', async (_what, claims) => {
    const terms = leavingTerms();
    const at = new Date('2026-11-22T12:00:00Z');
    await expect(terms.refuseMoved(letter, notice, at)).resolves.toBeUndefined();
    const refused = terms.refuseMoved({ ...letter, claims }, notice, at);
    await expect(refused).rejects.toMatchObject({ code: 'letter.claims-changed' });
  });
});
