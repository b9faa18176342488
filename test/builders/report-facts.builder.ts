import { thaw } from '#adapters/apis/frozen-request.js';
import type { LetterFacts, WrittenLetter } from '#application/notice/letter-writer.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { aGround, aPlatform, factsFor } from './letter-facts.builder.js';
import { NoticeBuilder } from './notice.builder.js';

/** The channel of an interface, as the register has one. */
export const apiChannel = (api: 'mastodon' | 'bluesky') =>
  ({ ...aPlatform().channels[0]!, kind: 'api', api, address: null }) as const;

/** Everything a report by an interface about these addresses needs. */
export function reportFacts(
  api: 'mastodon' | 'bluesky',
  urls: readonly string[],
  content: Partial<NoticeContent> = {},
): LetterFacts {
  const notice = NoticeBuilder.aNotice(31).about(...urls).saying({ channel: 'api', ...content }).build(); // prettier-ignore
  return factsFor(notice, {
    channel: apiChannel(api),
    grounds: notice.content.grounds.map(({ code }) => aGround(code)),
  });
}

/** A notice on one ground. */
export const reasoned = (code: string, explanation = 'Woorden die niemand schaden.') => ({
  grounds: [{ code, explanation }],
});

/** The body that will be posted. */
export const postedBody = ({ bytes, recipient }: Pick<WrittenLetter, 'bytes' | 'recipient'>) =>
  JSON.parse(Buffer.from(thaw(bytes, recipient)!.body).toString()) as Record<string, unknown>;
