import { Injectable } from '@nestjs/common';
import { Templates } from '#adapters/templates/templates.js';
import type { SignedIn } from '#application/access/sessions.js';
import { PlatformFile, type StandingPlatform } from '#application/provider/platform-file.js';
import { newChannel } from '#domain/provider/channel-key.js';
import type { Channel } from '#domain/provider/platform.js';
import { differencesBetween } from '#domain/provider/register-facts.js';
import type { RegisteredThing } from '#domain/provider/register-version.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { shownDifference, type Say } from './register-values.js';

/** What the pages show on which the register is changed. */
@Injectable()
export class AmendPage {
  constructor(
    private readonly file: PlatformFile,
    private readonly templates: Templates,
  ) {}

  standing(code: string): Promise<StandingPlatform> {
    return this.file.standing(code);
  }

  say({ language }: SignedIn): Say {
    return (key) => this.templates.words.text(language, key);
  }

  /** The channel at that place of the list, a new one at `new`; refuses `channel.not-found`. */
  channel({ platform: { thing } }: StandingPlatform, at: string): Channel {
    if (at === 'new') return newChannel({ kind: 'web-form', address: null });
    const found = /^\d{1,4}$/.test(at) ? thing.channels[Number(at)] : undefined;
    if (!found) throw new RuleViolation('channel.not-found', { at });
    return found;
  }

  /** What stands beside a form; `typed` is the version somebody wrote over: what was changed since is shown. */
  async model(which: RegisteredThing, code: string, person: SignedIn, typed?: unknown): Promise<object> {
    const standing = await this.file.standing(code);
    const { version } = standing[which];
    const since = typed === undefined ? NaN : Number(typed);
    const { platform, provider } = standing;
    return {
      platform: { code, name: platform.thing.name },
      provider: { legalEntity: provider.thing.legalEntity, siblings: standing.siblings.join(', ') },
      version: String(version),
      changed: since < version ? await this.changedSince(which, standing, { since, say: this.say(person) }) : [],
    };
  }

  private async changedSince(
    which: RegisteredThing,
    standing: StandingPlatform,
    { since, say }: { since: number; say: Say },
  ): Promise<readonly object[]> {
    const { thing } = standing[which];
    const seen = (await this.file.versions(which, thing.code)).find(({ version }) => version === since);
    return seen ? differencesBetween(seen.facts, thing).map((one) => shownDifference(one, say)) : [];
  }
}
