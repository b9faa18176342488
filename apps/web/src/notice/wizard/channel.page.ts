import { Injectable } from '@nestjs/common';
import { NoticeBlockers } from '#application/notice/notice-blockers.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { LETTER_LANGUAGES, MEASURES, type LetterLanguage } from '#domain/notice/codes.js';
import { demandsMandate } from '#domain/notice/blockers-around.js';
import { UNANSWERED, type ChannelWord, type NoticeAnswers } from '#domain/notice/notice-answers.js';
import { lacksSecond, refuseWithoutSecond } from '#domain/ground/second-text.js';
import type { Notice } from '#domain/notice/notice.js';
import {
  channelChosen,
  explanationOf,
  hasWord,
  isReachable,
  needsWord,
  refuseOver,
  takesSecond,
} from '#domain/provider/choose-channel.js';
import type { Channel, Platform } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor } from '../../frame/current-user.decorator.js';
import { ChannelForm, channelForm, channelMeant } from './channel.form.js';
import { ChannelOffers } from './channel-offers.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

/** Why a letter for an interface could not be written: what to do about it is another channel, or another address. */
const WRITING = [
  ...[
    'letter.too-long-for-channel',
    'letter.explanation-limit',
    'api.address-unclear',
    'api.several-subjects',
    'api.host-not-loopback',
  ],
  ...['api.host-not-public', 'api.not-encrypted', 'api.token-refused', 'api.asked-too-much', 'api.cannot-look-up'],
  ...['mastodon.seen-elsewhere', 'mastodon.no-token', 'mastodon.no-such-account'],
  ...['bluesky.no-account', 'bluesky.no-such-account', 'bluesky.no-such-record'],
];

/** By which channel and in which languages it goes, and what is asked of the platform. */
@Injectable()
export class ChannelPage extends WizardPage<ChannelForm> {
  readonly slug = 'channel';
  readonly form = ChannelForm;
  override readonly fields = {
    'platform.unknown': 'platform',
    'platform.no-usable-channel': 'channel',
    'platform.channel-unverified': 'word',
    'platform.channel-languages': 'language',
    'platform.over-limits': 'channel',
    'ground.second-text-missing': 'alsoIn',
    'notice.incomplete': 'channel',
    ...Object.fromEntries(WRITING.map((code) => [code, 'channel'])),
  };

  constructor(
    private readonly register: Register,
    private readonly offers: ChannelOffers,
    private readonly blockers: NoticeBlockers,
    private readonly preview: PreviewNotice,
  ) {
    super();
  }

  state({ content }: Notice): TaskState {
    if (content.platformCode === null) return 'todo';
    return content.channel === null ? 'todo' : 'done';
  }

  values({ content }: Notice): Record<string, string> {
    return channelForm(content);
  }

  async fill(written: WrittenNotice, form: ChannelForm, turn: WizardTurn): Promise<WrittenNotice> {
    const { measure, language } = form;
    const platformCode = form.platform ?? written.platformCode;
    if (platformCode === null) throw new RuleViolation('platform.unknown', { code: '' });
    const platform = await this.register.platform(platformCode);
    const { channelAddress: _address, ...answers } = written.answers ?? UNANSWERED;
    const meant = channelMeant(platform, form.channel);
    const alsoIn = meant && !takesSecond(meant) ? null : secondOf(form);
    refuseWithoutSecond(turn.notice.content.grounds, alsoIn);
    const plain = { ...written, platformCode, measure, language, answers: { ...answers, alsoIn, channelWord: null } };
    const isAnother = platformCode !== turn.notice.content.platformCode;
    if (isAnother || !platform.channels.some(isReachable)) return { ...plain, channel: null };
    if (meant === undefined) throw new RuleViolation('notice.incomplete', { blockers: ['channel-missing'] });
    const word = form.word === 'yes' ? wordFor(meant, turn) : null;
    return byChannel(plain, { platform, channel: meant, word }, turn);
  }

  /** Once a channel stands, the letter is written if nothing is missing; a platform chosen anew shows its channels first. */
  override async onward(notice: Notice, _form: ChannelForm, { person }: WizardTurn): Promise<string | null> {
    const { id, content, version } = notice;
    if (content.channel === null) return (await this.hasChannel(content)) ? `/notices/${id}/write/channel` : null;
    if ((await this.blockers.of(notice)).length > 0) return null;
    const { digest } = await this.preview.run({ id, expected: version, by: actor(person) });
    return `/notices/${id}/check/${digest}`;
  }

  private async hasChannel({ platformCode }: Notice['content']): Promise<boolean> {
    return platformCode !== null && (await this.register.platform(platformCode)).channels.some(isReachable);
  }

  override async model({ notice, person }: WizardTurn): Promise<object> {
    const { platform, grounds, mandate } = await this.blockers.surroundings(notice);
    return {
      platforms: await this.offers.platforms(),
      ...{ measures: MEASURES, languages: LETTER_LANGUAGES, limit: explanationOf(notice.content).length },
      secondLacking: lackingSecond(notice),
      mandate: demandsMandate({ platform, grounds }) ? mandate : null,
      platform: platform && (await this.offers.of(platform, notice, { grounds, language: person.language })),
    };
  }
}

/** The second language asked for; the first twice is one. */
const secondOf = ({ language, alsoIn }: ChannelForm): LetterLanguage | null =>
  alsoIn !== undefined && alsoIn !== language ? alsoIn : null;

/** Codes of the grounds whose reasons stand in a person's own words in the language of the letter only. */
function lackingSecond({ content: { grounds, language } }: Notice): string[] {
  const other = LETTER_LANGUAGES.find((one) => one !== language)!;
  return grounds.filter((one) => lacksSecond(one, other)).map(({ code }) => code);
}

/** The word that stands for exactly this channel, or that of the person at the desk now. */
function wordFor(channel: Channel, { notice, person, at }: WizardTurn): ChannelWord {
  const { channelWord } = notice.content.answers;
  if (channelWord !== null && hasWord(channel, notice.content.answers)) return channelWord;
  return { kind: channel.kind, address: channel.address ?? '', by: person.userId, at: at.toISOString() };
}

/** The notice with a channel that may be used for it; refuses one that may not, saying why at its field. */
function byChannel(
  written: WrittenNotice & { readonly answers: NoticeAnswers },
  { platform, channel, word }: { platform: Platform; channel: Channel; word: ChannelWord | null },
  { notice }: WizardTurn,
): WrittenNotice {
  const channelWord = needsWord(channel) ? word : null;
  const answers = { ...written.answers, channelAddress: channel.address ?? '', channelWord };
  const whole = { ...written, channel: channel.kind, answers };
  channelChosen(platform, whole);
  refuseOver(platform, channel, { items: notice.items, content: { ...notice.content, ...whole } });
  return whole;
}
