import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { amendedPlatform } from '#domain/provider/amend-register.js';
import type { Platform } from '#domain/provider/platform.js';
import { assertVersion, reasonGiven, registerChanged } from '#domain/provider/register-version.js';
import { Books } from '../books.js';

/** Which thing a person changes, the version they saw, and why. */
export interface Amendment {
  readonly code: string;
  readonly expected: number;
  readonly reason: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A person changes what the register says of a platform; the version before stays. */
@Injectable()
export class AmendPlatform {
  constructor(private readonly books: Books) {}

  run({ code, expected, reason, by }: Amendment, wish: (was: Platform) => Platform): Promise<number> {
    return this.books.together(by, async (books) => {
      const { register } = books;
      const standing = await register.platform(code);
      assertVersion(standing, expected);
      const others = (await register.platforms()).filter((one) => one.code !== code);
      const amended = amendedPlatform(standing.thing, wish(standing.thing), others);
      const note = { cause: 'amended', reason: reasonGiven(reason), userId: by.userId, at: await books.now() } as const;
      const version = await register.keepPlatform(amended.now, note);
      await books.record(registerChanged('platform-amended', code, { version, fields: amended.fields }));
      return version;
    });
  }
}
