import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AuditLog, type LogRow } from '#application/access/audit-log.js';
import { Installation } from '#application/access/installation.js';
import type { SignedIn } from '#application/access/sessions.js';
import { LOG_PARTS } from '#domain/access/log-kinds.js';
import { knowledgeOf } from '#domain/access/reach.js';
import { auditForm, filterOf } from '../access/audit.query.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';

const AT_ONCE = 100;

/** An entry of the event log; it holds ids and codes, never words, names or addresses. */
export class EntryAnswer {
  @ApiProperty({ description: 'Its place in the chain' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ example: 'notice-sent' })
  kind!: string;

  @ApiProperty({ example: 'notice' })
  subject!: string;

  @ApiProperty({ nullable: true, type: String, description: 'Null where this person may not know of it' })
  subjectId!: string | null;

  @ApiProperty({ enum: ['user', 'system'] })
  actorKind!: string;

  @ApiProperty({ description: 'Id of a person, or the name of a job' })
  actor!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: object;
}

export class EntriesAnswer {
  @ApiProperty({ type: [EntryAnswer] })
  items!: EntryAnswer[];

  @ApiProperty({ nullable: true, type: Number, description: 'Ask on with `below` at this number; null at the end' })
  next!: number | null;
}

/** The event log over the JSON API. */
@ApiTags('audit')
@Controller('api/audit')
export class AuditApi {
  constructor(
    private readonly log: AuditLog,
    private readonly installation: Installation,
  ) {}

  @Get()
  @May('audit.read')
  @ApiOperation({ summary: 'Entries of the event log, newest first' })
  @ApiQuery({ name: 'part', enum: LOG_PARTS, required: false })
  @ApiQuery({ name: 'kind', required: false })
  @ApiQuery({ name: 'who', required: false, description: 'Id of a person, or the name of a job' })
  @ApiQuery({ name: 'thing', required: false, description: 'A reference or an id' })
  @ApiQuery({ name: 'from', required: false, description: 'First day' })
  @ApiQuery({ name: 'to', required: false, description: 'Last day, included' })
  @ApiQuery({ name: 'below', required: false, description: 'Entries with a lower number' })
  @ApiOkResponse({ type: EntriesAnswer })
  async list(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() person: SignedIn,
  ): Promise<EntriesAnswer> {
    const { zone } = await this.installation.organisation();
    const rows = await this.log.rows(filterOf(auditForm(query), zone), knowledgeOf(person), AT_ONCE);
    return { items: rows.map(entryAnswer), next: rows.length < AT_ONCE ? null : rows.at(-1)!.seq };
  }
}

const entryAnswer = ({ seq, at, kind, subject, subjectId, actorKind, actor, facts }: LogRow): EntryAnswer => ({
  ...{ seq, at: at.toISOString(), kind, subject, subjectId, actorKind, actor, facts },
});
