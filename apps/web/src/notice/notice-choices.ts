import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { CONTENT_TYPES, LETTER_LANGUAGES, MANIPULATIONS, MEASURES } from '#domain/notice/codes.js';
import { mailChannelOf, PRACTICE_PLATFORM } from '#domain/provider/platform.js';
import { writtenNotice, type NoticeForm } from './notice.form.js';

type Choice = { readonly value: string; readonly text: string; readonly hint: null };

/** What a caseworker can choose from on the page of a notice. */
@Injectable()
export class NoticeChoices {
  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
  ) {}

  /** Platforms that can be reached by mail, grounds in force, and the fixed lists. */
  async for(language: 'nl' | 'en') {
    const isPractice = (await this.installation.kind()) === 'practice';
    const platforms = (await this.register.platforms()).filter(
      (platform) => mailChannelOf(platform) !== null && (isPractice || platform.code !== PRACTICE_PLATFORM),
    );
    const grounds = (await this.register.grounds()).filter((ground) => ground.replacedBy === null);
    return {
      platforms: platforms.map(({ code, name }): Choice => ({ value: code, text: name, hint: null })),
      grounds: grounds.map(({ code, law, article, titleNl, titleEn }): Choice => ({
        value: code,
        text: `${language === 'nl' ? titleNl : titleEn} (${law} ${article})`,
        hint: null,
      })),
      ...{ contentTypes: CONTENT_TYPES, measures: MEASURES, manipulations: MANIPULATIONS, languages: LETTER_LANGUAGES },
    };
  }

  /** What the form says, as an act takes it; refuses a platform or ground that is not in the register. */
  async written(form: NoticeForm): Promise<WrittenNotice> {
    await this.register.platform(form.platform);
    const { category } = await this.register.ground(form.ground);
    if (form.secondGround) await this.register.ground(form.secondGround);
    return writtenNotice(form, category);
  }
}
