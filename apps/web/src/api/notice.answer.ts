import { ApiProperty } from '@nestjs/swagger';
import type { NoticeRow } from '#application/notice/notice-list.js';
import type { WholeNotice } from '#application/notice/notice-file.js';
import {
  CHANNEL_KINDS,
  CONTENT_TYPES,
  LETTER_LANGUAGES,
  LINES,
  MANIPULATIONS,
  MEASURES,
  ORIGINS,
  REGIMES,
} from '#domain/notice/codes.js';
import type { ContentItem } from '#domain/notice/content-item.js';
import { NOTICE_STATUSES } from '#domain/notice/notice-status.js';
import { DECISION_CODES, OUTCOME_CLASSES } from '#domain/outcome/outcome-code.js';
import { BASES } from '#domain/outcome/outcome.js';
import { Paged } from './paged.js';

const moment = { format: 'date-time', nullable: true, type: String } as const;

/** A notice in a list, with how it stands now. */
export class NoticeInList {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'TF-2026-000123' })
  reference!: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'Null for a notice taken over' })
  caseId!: string | null;

  @ApiProperty({ nullable: true, type: String, description: "The platform's code" })
  platform!: string | null;

  @ApiProperty({ enum: NOTICE_STATUSES })
  status!: string;

  @ApiProperty({ enum: OUTCOME_CLASSES, nullable: true, type: String, description: 'Null while it has not been sent' })
  class!: string | null;

  @ApiProperty({ description: 'Action was taken on some of the addresses only' })
  partly!: boolean;

  @ApiProperty({ description: 'Number of addresses in it' })
  items!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty(moment)
  sentAt!: string | null;
}

export class NoticesAnswer extends Paged {
  @ApiProperty({ type: [NoticeInList] })
  items!: NoticeInList[];
}

/** A legal ground relied on, with the reasons (Art. 16(2)(a)). */
export class GroundAnswer {
  @ApiProperty({ description: 'Code of a legal ground, as the page of grounds lists it' })
  code!: string;

  @ApiProperty()
  explanation!: string;
}

/** What the platform decided about an address, as recorded last. */
export class OutcomeAnswer {
  @ApiProperty({ enum: DECISION_CODES })
  code!: string;

  @ApiProperty({ enum: BASES })
  basis!: string;

  @ApiProperty({ type: [String], description: 'ISO 3166 alpha-2 or EU; empty when worldwide or unsaid' })
  territory!: readonly string[];

  @ApiProperty(moment)
  decidedAt!: string | null;
}

/** One piece of information at one exact location (Art. 16(2)(b)). */
export class ItemAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  url!: string;

  @ApiProperty({ enum: CONTENT_TYPES })
  contentType!: string;

  @ApiProperty({ description: 'Where inside the page; empty when the address says enough' })
  locator!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When it was put there; null: not known' })
  postedOn!: string | null;

  @ApiProperty({ type: OutcomeAnswer, nullable: true })
  outcome!: OutcomeAnswer | null;
}

/** A notice as a whole. */
export class NoticeAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'TF-2026-000123' })
  reference!: string;

  @ApiProperty({ description: 'To be sent along with a change, so that nobody writes over what they did not see' })
  version!: number;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  caseId!: string | null;

  @ApiProperty({ enum: REGIMES })
  regime!: string;

  @ApiProperty({ enum: ORIGINS })
  origin!: string;

  @ApiProperty({ enum: LINES })
  line!: string;

  @ApiProperty({ enum: NOTICE_STATUSES })
  status!: string;

  @ApiProperty({ nullable: true, type: String })
  platform!: string | null;

  @ApiProperty({ enum: CHANNEL_KINDS, nullable: true, type: String })
  channel!: string | null;

  @ApiProperty({ enum: LETTER_LANGUAGES })
  language!: string;

  @ApiProperty({ enum: MEASURES })
  measure!: string;

  @ApiProperty({ enum: MANIPULATIONS })
  manipulated!: string;

  @ApiProperty({ nullable: true, type: String, example: 'STATEMENT_CATEGORY_CYBER_VIOLENCE' })
  category!: string | null;

  @ApiProperty({ type: [GroundAnswer] })
  grounds!: GroundAnswer[];

  @ApiProperty({ type: [ItemAnswer] })
  items!: ItemAnswer[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty(moment)
  sentAt!: string | null;

  @ApiProperty(moment)
  acknowledgedAt!: string | null;

  @ApiProperty(moment)
  decidedAt!: string | null;

  @ApiProperty(moment)
  withdrawnAt!: string | null;

  @ApiProperty(moment)
  closedAt!: string | null;
}

export const noticeInList = (row: NoticeRow): NoticeInList => {
  const { id, reference, caseId, platformCode: platform, status, partly, items, createdAt, sentAt } = row;
  const moments = { createdAt: createdAt.toISOString(), sentAt: iso(sentAt) };
  return { id, reference, caseId, platform, status, class: row.class, partly, items, ...moments };
};

export function noticeAnswer({ notice }: Pick<WholeNotice, 'notice'>): NoticeAnswer {
  const { id, reference, version, caseId, regime, origin, line, status, content, moments } = notice;
  const { platformCode: platform, channel, language, measure, manipulated, category } = content;
  return {
    ...{ id, reference, version, caseId, regime, origin, line, status },
    ...{ platform, channel, language, measure, manipulated, category },
    grounds: content.grounds.map(({ code, explanation }) => ({ code, explanation })),
    items: notice.items.map(itemAnswer),
    createdAt: moments.createdAt.toISOString(),
    ...{ sentAt: iso(moments.sentAt), acknowledgedAt: iso(moments.acknowledgedAt), decidedAt: iso(moments.decidedAt) },
    ...{ withdrawnAt: iso(moments.withdrawnAt), closedAt: iso(moments.closedAt) },
  };
}

function itemAnswer({ id, url, contentType, locator, postedOn, latest }: ContentItem): ItemAnswer {
  const outcome = latest && {
    ...{ code: latest.code, basis: latest.basis, territory: latest.territory, decidedAt: latest.decidedAt },
  };
  return { id, url, contentType, locator, postedOn, outcome };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
