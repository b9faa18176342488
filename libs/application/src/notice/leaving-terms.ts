import { Injectable } from '@nestjs/common';
import { claimsAlike, type Letter } from '#domain/correspondence/letter.js';
import type { ApprovalTerms } from '#domain/notice/approval.js';
import { dayIn } from '#domain/instant.js';
import { refuseWhile } from '#domain/notice/blockers.js';
import { blockersAround, claimsNow } from '#domain/notice/blockers-around.js';
import { assertInForce } from '#domain/notice/grounds-in-force.js';
import type { Notice } from '#domain/notice/notice.js';
import { channelChosen } from '#domain/provider/choose-channel.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { Trainees } from '../access/trainees.js';
import { Register } from '../provider/register.js';
import { NoticeBlockers } from './notice-blockers.js';

/** On what terms a notice leaves at this moment; asked anew each time, because rule, people and addresses change. */
@Injectable()
export class LeavingTerms {
  constructor(
    private readonly installation: Installation,
    private readonly trainees: Trainees,
    private readonly register: Register,
    private readonly blockers: NoticeBlockers,
  ) {}

  /** Whether it needs approval, seen from the person who would send it. */
  async approval({ approval }: Notice, userId: string): Promise<ApprovalTerms> {
    const { approval: rule } = await this.installation.organisation();
    return { rule, inTraining: await this.trainees.among([...approval.authors, userId]) };
  }

  /** Seconds during which a person can call it back. */
  async recallSeconds(): Promise<number> {
    return (await this.installation.organisation()).recallSeconds;
  }

  /**
   * Refuses what changed around it since it was read: a channel that may no longer be used, a mandate that ended or of
   * which the case says otherwise, a ground that is no longer the law, and an address that is no longer the platform's,
   * because what was read would go to another reader. An interface without an address of its own has the one that the
   * content itself says.
   */
  async refuseMoved({ recipient, claims }: Letter, notice: Notice, at: Date): Promise<void> {
    const { content } = notice;
    const { zone } = await this.installation.organisation();
    const grounds = await Promise.all(content.grounds.map(({ code }) => this.register.ground(code)));
    assertInForce(notice, grounds, dayIn(at, zone));
    const around = await this.blockers.surroundings(notice);
    refuseWhile(blockersAround(notice, around));
    if (!claimsAlike(claims, claimsNow(notice, around))) throw new RuleViolation('letter.claims-changed');
    const { platform } = around;
    const isThere = platform !== null && [null, recipient].includes(channelChosen(platform, content).address);
    if (!isThere) throw new RuleViolation('letter.recipient-changed', { platform: content.platformCode });
  }
}
