import { Injectable } from '@nestjs/common';
import { mandateOn } from '#domain/case/mandate.js';
import { dayIn } from '#domain/instant.js';
import { blockersAround, type Surroundings } from '#domain/notice/blockers-around.js';
import type { Blocker } from '#domain/notice/blockers.js';
import type { Notice } from '#domain/notice/notice.js';
import { Installation } from '../access/installation.js';
import { CaseList } from '../case/case-list.js';
import { Clock } from '../clock.js';
import { Register } from '../provider/register.js';

/** What stands in the way of a notice today, looked up anew each time: register, grounds and mandates change without it. */
@Injectable()
export class NoticeBlockers {
  constructor(
    private readonly register: Register,
    private readonly cases: CaseList,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  /** Everything, the notice's own first. */
  async of(notice: Notice): Promise<readonly Blocker[]> {
    return [...notice.blockers(), ...(await this.around(notice))];
  }

  /** Only what stands outside the notice itself. */
  async around(notice: Notice): Promise<readonly Blocker[]> {
    return blockersAround(notice, await this.surroundings(notice));
  }

  async surroundings({ content, caseId }: Notice): Promise<Surroundings> {
    const { platformCode, grounds } = content;
    return {
      platform: platformCode === null ? null : await this.register.platform(platformCode),
      known: await this.register.platforms(),
      grounds: await Promise.all(grounds.map(({ code }) => this.register.ground(code))),
      ...(await this.person(caseId)),
    };
  }

  /** What the case says of the person affected, and of who speaks for them. */
  private async person(caseId: string | null): Promise<Pick<Surroundings, 'mandate' | 'speaksBy' | 'ageBand'>> {
    if (caseId === null) return { mandate: { kind: 'none' }, speaksBy: 'none', ageBand: 'unknown' };
    const { zone } = await this.installation.organisation();
    const { content } = await this.cases.one(caseId);
    const mandate = mandateOn(content, dayIn(this.clock.now(), zone));
    return { mandate, speaksBy: content.mandate, ageBand: content.ageBand };
  }
}
