import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Users } from '#application/access/users.js';
import { NoticeBlockers } from '#application/notice/notice-blockers.js';
import { demandsMandate, type Surroundings } from '#domain/notice/blockers-around.js';
import { elementsOf, type Element } from '#domain/notice/elements.js';
import type { Notice } from '#domain/notice/notice.js';
import { scopeOutcome } from '#domain/notice/scope.js';
import { channelOf, takesSecond } from '#domain/provider/choose-channel.js';
import { provisionOf, titleOf } from '../ground/ground.view.js';
import { NoticeFacts } from './notice-facts.js';
import { headOf } from './wizard/wizard-desk.js';

/** So many addresses stand in the summary; the rest is a number. */
const MOST_SHOWN = 10;

/** The page of the wizard on which an element is mended; good faith is stated where the notice is sent. */
const MENDED_ON: Readonly<Record<Element, string | null>> = { a: 'grounds', b: 'content', c: null, d: null };

/** What was answered for a notice, to be looked over as a whole before it leaves. */
@Injectable()
export class CheckAnswers {
  constructor(
    readonly facts: NoticeFacts,
    private readonly blockers: NoticeBlockers,
    private readonly users: Users,
  ) {}

  /** The answers with the elements of Art. 16(2) DSA, and what is missing with the page that mends it. */
  async of(notice: Notice, { language }: SignedIn): Promise<object> {
    const around = await this.blockers.surroundings(notice);
    const { content, items } = notice;
    const { answers } = content;
    return {
      notice: headOf(notice),
      missing: await this.facts.missing(notice),
      elements: elementsOf(notice).map((one) => ({ ...one, page: MENDED_ON[one.element] })),
      answers: {
        ...{ danger: answers.danger, imagery: answers.imagery ?? null, expression: answers.expression },
        scope: answers.scope && scopeOutcome(answers.scope).kind,
        items: items.slice(0, MOST_SHOWN).map(({ url, contentType, locator }) => ({ url, contentType, locator })),
        more: Math.max(0, items.length - MOST_SHOWN),
        ...{ shared: answers.shared, ownReport: answers.ownReport?.result ?? null },
        enclosed: (answers.enclosed ?? []).map(({ name }) => ({ name })),
        ...{ measure: content.measure, language: content.language, alsoIn: secondOf(content) },
        ...{ submitterName: content.submitterName, submitterEmail: content.submitterEmail },
        grounds: content.grounds.map(({ code, explanation }, index) => {
          const ground = around.grounds[index]!;
          return { code, explanation, title: titleOf(ground, language), provision: provisionOf(ground) };
        }),
        ...(await this.way(notice, around)),
      },
    };
  }

  private async way({ content }: Notice, around: Surroundings): Promise<object> {
    const { channelWord: word } = content.answers;
    const channel = around.platform === null ? undefined : channelOf(around.platform, content);
    return {
      platform: around.platform?.name ?? null,
      channel: channel ? { kind: channel.kind, address: channel.address, verifiedOn: channel.verifiedOn } : null,
      word: word && { by: (await this.users.byId(word.by))?.name ?? '', at: word.at },
      mandate: demandsMandate(around) ? around.mandate : null,
    };
  }
}

/** The second language, unless the channel takes one alone; while none was chosen it may be any. */
const secondOf = ({ channel, answers }: Notice['content']) =>
  channel === null || takesSecond({ kind: channel }) ? answers.alsoIn : null;
