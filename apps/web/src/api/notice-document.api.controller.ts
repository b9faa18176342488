import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { noticeDocumentIn } from '#adapters/letters/mail-enclosures.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { May } from '../frame/may.decorator.js';

/** A notice as the document that went along with it. */
@ApiTags('notices')
@Controller('api/notices/:id/notice.json')
export class NoticeDocumentApi {
  constructor(private readonly file: NoticeFile) {}

  /** Of the letter that was handed to the sender last, not written anew: these are the words that left. */
  @Get()
  @May('notice.read', { notice: 'id' })
  @ApiOperation({ summary: 'The document that left with a mailed notice; docs/notice.schema.json describes it' })
  @ApiOkResponse({ schema: { type: 'object' } })
  @ApiNotFoundResponse({ description: 'It was not mailed, or had no document yet' })
  async show(@Param('id') id: string): Promise<object> {
    const { deliveries } = await this.file.whole(id);
    const last = deliveries.filter(({ purpose }) => purpose === 'notice').at(-1);
    const letter = last ? await this.file.letter(last.letterDigest) : null;
    const document = letter && (await noticeDocumentIn(letter));
    if (!document) throw new RuleViolation('notice-document.not-found', { id });
    return document;
  }
}
