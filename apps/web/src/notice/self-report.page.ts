import { Injectable } from '@nestjs/common';
import { Templates } from '#adapters/templates/templates.js';
import { Installation } from '#application/access/installation.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { Register } from '#application/provider/register.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { dayIn } from '#domain/instant.js';
import type { Notice } from '#domain/notice/notice.js';
import { wantsPersonConcerned } from '#domain/provider/first-person-report.js';
import type { Platform } from '#domain/provider/platform.js';
import { readAll } from '#domain/provider/register-text.js';

/** Platforms whose own steps are in the words; for another there are steps that fit anywhere. */
const WITH_STEPS: readonly string[] = ['x', 'youtube', 'instagram', 'facebook', 'linkedin'];

/** What is shown to somebody who helps a person report for themselves, and the letter that says they need not. */
@Injectable()
export class SelfReportPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly templates: Templates,
  ) {}

  async model(id: string, language: DeskLanguage): Promise<object> {
    const { notice } = await this.file.whole(id);
    const { platformCode, answers } = notice.content;
    const platform = platformCode === null ? null : await this.register.platform(platformCode);
    return {
      notice: { id, reference: notice.reference, sentAt: notice.moments.sentAt },
      packs: packsFor(platform),
      addresses: notice.items.map(({ url }) => url),
      onlyPersonConcerned: (platform?.onlyPersonConcerned ?? []).map((one) => readAll(one, ['about', 'who'], language)),
      ownReport: answers.ownReport?.result ?? null,
      ownReportOn: answers.ownReport?.on ?? null,
      rebuttals: await this.rebuttals(notice, platform?.name ?? null),
    };
  }

  /** The same letter in both languages; their own report without result is named, for it makes ours stronger. */
  private async rebuttals(notice: Notice, platform: string | null): Promise<object[]> {
    const { name, deskName, deskEmail, zone } = await this.installation.organisation();
    const { ownReport } = notice.content.answers;
    const { sentAt } = notice.moments;
    return (['nl', 'en'] as const).map((language) => {
      const say = this.saysIn(language);
      const own = ownReport?.result;
      const facts = { reference: notice.reference, platform: platform ?? say('self-report.rebuttal.provider') };
      const parts = [
        say('self-report.rebuttal.head', { ...facts, desk: deskName, organisation: name }),
        sentAt === null
          ? say('self-report.rebuttal.said', facts)
          : say('self-report.rebuttal.said-of', { ...facts, day: dayIn(sentAt, zone) }),
        say('self-report.rebuttal.law'),
        ...(own === 'refused' ? [say('self-report.rebuttal.own-refused')] : []),
        ...(own === 'no-answer' ? [say('self-report.rebuttal.own-unanswered')] : []),
        say('self-report.rebuttal.asks'),
        `${deskName}\n${name}\n${deskEmail}`,
      ];
      return { language, text: parts.join('\n\n') };
    });
  }

  private saysIn(language: DeskLanguage) {
    return (key: string, facts: Readonly<Record<string, string>> = {}): string =>
      this.templates.words.text(language, key, facts);
  }
}

/** The steps to show: those of the platform itself, general ones for another, all while nobody chose a platform. */
function packsFor(platform: Platform | null): readonly string[] {
  if (platform === null) return WITH_STEPS;
  if (WITH_STEPS.includes(platform.code)) return [platform.code];
  return wantsPersonConcerned(platform) ? ['other'] : [...WITH_STEPS, 'other'];
}
