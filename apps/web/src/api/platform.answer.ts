import { ApiProperty } from '@nestjs/swagger';
import { CHANNEL_KINDS } from '#domain/notice/codes.js';
import type { Platform } from '#domain/provider/platform.js';

/** One way to bring a notice to a platform. */
export class ChannelAnswer {
  @ApiProperty({ enum: CHANNEL_KINDS })
  kind!: string;

  @ApiProperty({ nullable: true, type: String, description: 'Mail or form address; null where nobody has found it' })
  address!: string | null;

  @ApiProperty({ type: [String] })
  languages!: readonly string[];

  @ApiProperty({
    format: 'date',
    nullable: true,
    type: String,
    description: 'Null: never used without a person’s word',
  })
  verifiedOn!: string | null;
}

export class PlatformAnswer {
  @ApiProperty({ example: 'instagram' })
  code!: string;

  @ApiProperty({ example: 'meta' })
  provider!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [ChannelAnswer] })
  channels!: ChannelAnswer[];
}

export class PlatformsAnswer {
  @ApiProperty({ type: [PlatformAnswer] })
  items!: PlatformAnswer[];
}

export const platformAnswer = ({ code, providerCode: provider, name, channels }: Platform): PlatformAnswer => ({
  ...{ code, provider, name },
  channels: channels.map(({ kind, address, languages, verifiedOn }) => ({ kind, address, languages, verifiedOn })),
});
