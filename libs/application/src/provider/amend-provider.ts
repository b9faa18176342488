import { Injectable } from '@nestjs/common';
import { amendedProvider } from '#domain/provider/amend-register.js';
import type { Provider } from '#domain/provider/platform.js';
import { assertVersion, reasonGiven, registerChanged } from '#domain/provider/register-version.js';
import { Books } from '../books.js';
import type { Amendment } from './amend-platform.js';

/** A person changes what the register says of the provider behind platforms; the version before stays. */
@Injectable()
export class AmendProvider {
  constructor(private readonly books: Books) {}

  run({ code, expected, reason, by }: Amendment, wish: (was: Provider) => Provider): Promise<number> {
    return this.books.together(by, async (books) => {
      const { register } = books;
      const standing = await register.provider(code);
      assertVersion(standing, expected);
      const amended = amendedProvider(standing.thing, wish(standing.thing));
      const note = { cause: 'amended', reason: reasonGiven(reason), userId: by.userId, at: await books.now() } as const;
      const version = await register.keepProvider(amended.now, note);
      await books.record(registerChanged('provider-amended', code, { version, fields: amended.fields }));
      return version;
    });
  }
}
