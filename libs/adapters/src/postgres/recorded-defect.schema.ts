import { EntitySchema } from 'typeorm';
import { RecordedDefect } from '#domain/provider/channel-defect.js';

export const RecordedDefectSchema = new EntitySchema<any>({
  name: 'RecordedDefect',
  target: RecordedDefect,
  tableName: 'channel_defects',
  columns: {
    id: { type: 'uuid', primary: true },
    platformCode: { name: 'platform_code', type: 'text' },
    channel: { type: 'text' },
    address: { type: 'text' },
    kind: { type: 'text' },
    note: { type: 'text' },
    noticeId: { name: 'notice_id', type: 'uuid' },
    pictureDigest: { name: 'picture_digest', type: 'text', nullable: true },
    seenOn: { name: 'seen_on', type: 'date' },
    by: { name: 'by_user', type: 'uuid' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    _resolvedOn: { name: 'resolved_on', type: 'date', nullable: true },
    _resolvedBy: { name: 'resolved_by', type: 'uuid', nullable: true },
    version: { type: 'int' },
  },
});
