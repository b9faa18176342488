import { EntitySchema } from 'typeorm';
import { ContentItem } from '#domain/notice/content-item.js';
import { Notice } from '#domain/notice/notice.js';

const optionalMoment = (name: string) => ({ name, type: 'timestamptz' as const, nullable: true });

const ContentSchema = new EntitySchema<any>({
  name: 'NoticeContent',
  columns: {
    platformCode: { name: 'platform_code', type: 'text', nullable: true },
    channel: { type: 'text', nullable: true },
    language: { type: 'text' },
    measure: { type: 'text' },
    manipulated: { type: 'text' },
    category: { type: 'text', nullable: true },
    grounds: { type: 'jsonb' },
    submitterName: { name: 'submitter_name', type: 'text' },
    submitterEmail: { name: 'submitter_email', type: 'text' },
    answers: { type: 'jsonb' },
  },
});

const MomentsSchema = new EntitySchema<any>({
  name: 'NoticeMoments',
  columns: {
    createdAt: { name: 'created_at', type: 'timestamptz' },
    submittedAt: optionalMoment('submitted_at'),
    sentAt: optionalMoment('sent_at'),
    acknowledgedAt: optionalMoment('acknowledged_at'),
    decidedAt: optionalMoment('decided_at'),
    withdrawnAt: optionalMoment('withdrawn_at'),
    closedAt: optionalMoment('closed_at'),
  },
});

/** A notice's own row; its items are kept beside it by the shelf. */
export const NoticeSchema = new EntitySchema<any>({
  name: 'Notice',
  target: Notice,
  tableName: 'notices',
  columns: {
    id: { type: 'uuid', primary: true },
    reference: { type: 'text' },
    caseId: { name: 'case_id', type: 'uuid', nullable: true },
    _regime: { name: 'regime', type: 'text' },
    origin: { type: 'text' },
    line: { type: 'text' },
    version: { type: 'int' },
    _bonaFide: { name: 'bona_fide', type: 'jsonb', nullable: true },
    _approval: { name: 'approval', type: 'jsonb' },
    _status: { name: 'status', type: 'text' },
  },
  embeddeds: {
    _content: { schema: ContentSchema, prefix: false },
    _moments: { schema: MomentsSchema, prefix: false },
  },
});

export const ContentItemSchema = new EntitySchema<any>({
  name: 'ContentItem',
  target: ContentItem,
  tableName: 'content_items',
  columns: {
    id: { type: 'uuid', primary: true },
    noticeId: { name: 'notice_id', type: 'uuid' },
    position: { type: 'int' },
    url: { type: 'text' },
    canonicalUrl: { name: 'canonical_url', type: 'text' },
    contentType: { name: 'content_type', type: 'text' },
    locator: { type: 'text' },
    postedOn: { name: 'posted_on', type: 'date', nullable: true },
    _outcomes: { name: 'outcomes', type: 'jsonb' },
    _observations: { name: 'observations', type: 'jsonb' },
    _firstDecidedAt: { name: 'first_decided_at', type: 'timestamptz', nullable: true },
  },
});
