import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { LETTER_LANGUAGES, MEASURES, type LetterLanguage, type Measure } from '#domain/notice/codes.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { isReachable } from '#domain/provider/choose-channel.js';
import type { Channel, Platform } from '#domain/provider/platform.js';

/** By which channel, in which languages, and what is asked for. */
export class ChannelForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsOptional()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'errors.platform.unknown' })
  platform?: string;

  /** Kind and address of a channel, parted by a space; the address may be empty. */
  @IsOptional()
  @MaxLength(500, { message: 'form.unknown-field' })
  channel?: string;

  @IsIn([...MEASURES], { message: 'notices.measure-needed' })
  measure!: Measure;

  @IsIn([...LETTER_LANGUAGES], { message: 'notices.language-needed' })
  language!: LetterLanguage;

  @IsOptional()
  @IsIn([...LETTER_LANGUAGES], { message: 'notices.language-needed' })
  alsoIn?: LetterLanguage;

  /** The word of the person at the desk that a channel nobody verified is right. */
  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  word?: 'yes';
}

/** A channel as a value of the form. */
export const valueOf = ({ kind, address }: Pick<Channel, 'kind' | 'address'>): string => `${kind} ${address ?? ''}`;

/** The channel of a platform that a value of the form means, if it can be used at all. */
export const channelMeant = ({ channels }: Platform, value: string | undefined): Channel | undefined =>
  channels.find((one) => isReachable(one) && valueOf(one) === (value?.includes(' ') ? value : `${value} `));

/** The form as the notice has it; a channel nobody chose yet is left to the page, which knows the platform. */
export function channelForm({ platformCode, channel, measure, language, answers }: NoticeContent) {
  const { channelAddress: address } = answers;
  return {
    platform: platformCode ?? '',
    channel: channel === null || address === undefined ? '' : valueOf({ kind: channel, address }),
    ...{ measure, language, alsoIn: answers.alsoIn ?? '', word: answers.channelWord === null ? '' : 'yes' },
  };
}
