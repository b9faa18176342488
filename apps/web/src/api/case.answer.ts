import { ApiProperty } from '@nestjs/swagger';
import type { CaseRow } from '#application/case/case-list.js';
import { AGE_BANDS, CONFIDENTIALITIES, MANDATES, URGENCIES, type CaseFile } from '#domain/case/case-file.js';
import { LINES, MANIPULATIONS } from '#domain/notice/codes.js';
import { Paged } from './paged.js';

const STATES = ['open', 'closed'];

/** A case in a list. */
export class CaseInList {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Z-2026-00042' })
  reference!: string;

  @ApiProperty({ enum: LINES })
  line!: string;

  @ApiProperty({ enum: CONFIDENTIALITIES })
  confidentiality!: string;

  @ApiProperty({
    enum: URGENCIES,
    nullable: true,
    type: String,
    description: 'Null where only the case may be known of',
  })
  urgency!: string | null;

  @ApiProperty({ enum: STATES })
  status!: string;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ nullable: true, type: Number, description: 'Number of notices in it' })
  notices!: number | null;

  @ApiProperty({ nullable: true, type: Number, description: 'Messages with its notices that nobody has handled' })
  unhandled!: number | null;
}

export class CasesAnswer extends Paged {
  @ApiProperty({ type: [CaseInList] })
  items!: CaseInList[];
}

/** A case as a whole; its notices are asked for apart. */
export class CaseAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Z-2026-00042' })
  reference!: string;

  @ApiProperty({ description: 'To be sent along with a change, so that nobody writes over what they did not see' })
  version!: number;

  @ApiProperty({ enum: STATES })
  status!: string;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  closedAt!: string | null;

  @ApiProperty({ enum: LINES })
  line!: string;

  @ApiProperty({ description: "The help-seeker's number elsewhere; never a name" })
  helpSeekerReference!: string;

  @ApiProperty({ enum: AGE_BANDS })
  ageBand!: string;

  @ApiProperty({ enum: MANDATES })
  mandate!: string;

  @ApiProperty({ enum: MANIPULATIONS })
  manipulated!: string;

  @ApiProperty({ enum: CONFIDENTIALITIES })
  confidentiality!: string;

  @ApiProperty({ enum: URGENCIES })
  urgency!: string;

  @ApiProperty()
  threatToLife!: boolean;

  @ApiProperty()
  summary!: string;
}

export const caseInList = ({ tally, openedAt, ...row }: CaseRow): CaseInList => {
  const { id, reference, line, confidentiality, urgency, status } = row;
  const counts = { notices: tally?.notices ?? null, unhandled: tally?.unanswered ?? null };
  return { id, reference, line, confidentiality, urgency, status, openedAt: openedAt.toISOString(), ...counts };
};

export function caseAnswer(file: CaseFile): CaseAnswer {
  const { id, reference, version, status, openedAt, closedAt, content, confidentiality } = file;
  const { line, helpSeekerReference, ageBand, mandate, manipulated, urgency, threatToLife, summary } = content;
  return {
    ...{ id, reference, version, status, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null },
    ...{ line, helpSeekerReference, ageBand, mandate, manipulated, urgency, threatToLife, summary },
    confidentiality,
  };
}
