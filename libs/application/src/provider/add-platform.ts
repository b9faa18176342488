import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { siteAdded, type NewSite } from '#domain/provider/add-platform.js';
import { registerChanged } from '#domain/provider/register-version.js';
import { Books } from '../books.js';

/** A person adds a site that is not in the register; it is recognised from the next look on. Answers its code. */
@Injectable()
export class AddPlatform {
  constructor(private readonly books: Books) {}

  run(site: NewSite, by: Actor & { readonly kind: 'user' }): Promise<string> {
    return this.books.together(by, async (books) => {
      const { register } = books;
      const { platform, provider } = siteAdded(site, await register.platforms());
      const note = { cause: 'added', reason: '', userId: by.userId, at: await books.now() } as const;
      await register.keepProvider(provider, note);
      const version = await register.keepPlatform(platform, note);
      await books.record(registerChanged('platform-added', platform.code, { version, fields: [] }));
      return platform.code;
    });
  }
}
