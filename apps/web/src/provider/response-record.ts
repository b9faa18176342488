import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Installation } from '#application/access/installation.js';
import { Clock } from '#application/clock.js';
import { FollowUp } from '#application/statistics/follow-up.js';
import { figuresReachOf, isEverything } from '#domain/access/reach.js';
import { dayIn, daysLater } from '#domain/instant.js';
import { REGIMES } from '#domain/notice/codes.js';
import type { FollowUpFigures } from '#domain/statistics/figures.js';

const YEAR_DAYS = 365;

/** What platforms did with our notices of the past year, of every regime, as far as somebody may count. */
@Injectable()
export class ResponseRecord {
  constructor(
    private readonly followUp: FollowUp,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  /** `isPart`: some notices are out of this person's reach and not counted. */
  async of(code: string, person: SignedIn): Promise<{ figures: FollowUpFigures; isPart: boolean }> {
    const reach = figuresReachOf(person);
    const question = { ...(await this.period()), platforms: [code], by: 'month', reach } as const;
    const figures = await this.followUp.run({ ...question, ...ALL, language: person.language });
    return { figures, isPart: !isEverything(reach) };
  }

  /** The same of every platform at once, by its code. */
  async ofEach(person: SignedIn): Promise<ReadonlyMap<string, FollowUpFigures['groups'][number]>> {
    const question = { ...(await this.period()), by: 'platform', reach: figuresReachOf(person) } as const;
    const { groups } = await this.followUp.run({ ...question, ...ALL, language: person.language });
    return new Map(groups.map((group) => [group.key, group]));
  }

  private async period(): Promise<{ from: string; to: string; asOf: Date }> {
    const { zone } = await this.installation.organisation();
    const asOf = this.clock.now();
    return { from: dayIn(daysLater(asOf, -YEAR_DAYS, zone), zone), to: dayIn(asOf, zone), asOf };
  }
}

const ALL = { regimes: REGIMES, line: null, unit: 'notice' } as const;
