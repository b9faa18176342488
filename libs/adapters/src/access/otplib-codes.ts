import { timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';
import { TotpCodes } from '#application/access/totp-codes.js';
import { STEP_SECONDS } from '#domain/access/totp.js';

const SECRET_BYTES = 20;

/** RFC 6238 by otplib. */
export class OtplibCodes extends TotpCodes {
  newSecret(): string {
    return generateSecret({ length: SECRET_BYTES });
  }

  codeOf(secret: string, step: number): string {
    return generateSync({ secret, period: STEP_SECONDS, digits: 6, epoch: step * STEP_SECONDS });
  }

  matches(typed: { secret: string; code: string }, step: number): boolean {
    const [code, right] = [Buffer.from(typed.code), Buffer.from(this.codeOf(typed.secret, step))];
    return code.length === right.length && timingSafeEqual(code, right);
  }

  address(secret: string, email: string): string {
    return generateURI({ issuer: 'Seinpost', label: email, secret, period: STEP_SECONDS, digits: 6 });
  }
}
