import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '#application/clock.js';
import type { SignedIn } from '#application/access/sessions.js';
import { ApprovalList } from '#application/notice/approval-list.js';
import { Register } from '#application/provider/register.js';
import { reachOf } from '#domain/access/reach.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { pageNumber, paging, PER_PAGE } from '../frame/paging.js';

const HOUR = 3_600_000;
const HOURS_A_DAY = 24;

/** What waits for a second person, longest waiting first. */
@Controller('approvals')
@May('notice.approve')
export class ApprovalsController {
  constructor(
    private readonly approvals: ApprovalList,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Page('approvals/list')
  async list(@CurrentUser() person: SignedIn, @Query() asked: Readonly<Record<string, unknown>>): Promise<object> {
    const page = pageNumber(asked['page']);
    const { rows, total } = await this.approvals.page(reachOf(person), { page, size: PER_PAGE });
    const titles = new Map(
      (await this.register.grounds()).map((one) => [one.code, person.language === 'nl' ? one.titleNl : one.titleEn]),
    );
    const now = this.clock.now().getTime();
    return {
      rows: rows.map(({ grounds, ...row }) => ({
        ...row,
        grounds: grounds.map((code) => titles.get(code) ?? code),
        waits: waited(now - row.askedAt.getTime()),
      })),
      total,
      paging: paging(page, total, '/approvals'),
    };
  }
}

/** In whole days from the first full one, in whole hours before that. */
function waited(milliseconds: number): { readonly days: number; readonly hours: number } {
  const hours = Math.max(0, Math.floor(milliseconds / HOUR));
  return { days: Math.floor(hours / HOURS_A_DAY), hours };
}
