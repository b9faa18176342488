import { Injectable } from '@nestjs/common';
import { RECOVERY_CODES, recoveryCode, tidyRecoveryCode } from '#domain/access/recovery-code.js';
import { Books } from '../books.js';
import { Identities } from '../identities.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { SignedIn } from './sessions.js';

/** A person gets new recovery codes, shown this once; the earlier ones are worth nothing any more. */
@Injectable()
export class MakeRecoveryCodes {
  constructor(
    private readonly recoveryCodes: RecoveryCodes,
    private readonly identities: Identities,
    private readonly books: Books,
  ) {}

  async run({ userId, sessionId }: SignedIn): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(bytesOf(this.identities.token())));
    const digests = this.recoveryCodes.digests(userId, codes.map(tidied));
    await this.books.together({ kind: 'user', userId, sessionId }, async ({ waysIn, record }) => {
      await waysIn.recoveryCodes.replace(userId, digests);
      const facts = { count: codes.length };
      await record({ kind: 'recovery-codes-made', subject: 'user', subjectId: userId, facts });
    });
    return codes;
  }

  /** Whether these are the person's own unused codes, so that they may be given as a file. */
  areTheirs({ userId }: SignedIn, codes: readonly string[]): Promise<boolean> {
    return this.recoveryCodes.areTheirs(userId, codes.map(tidied));
  }
}

const tidied = (code: string): string => tidyRecoveryCode(code) ?? '';

/** The sixteen bytes that a token of thirty-two hexadecimal digits stands for. */
const bytesOf = (token: string): Uint8Array =>
  Uint8Array.from(token.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
