import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { GroundTexts } from '#application/ground/ground-texts.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { byTheme } from '#domain/ground/ground-order.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { isValidOn } from '#domain/ground/in-force.js';
import { CONTENT_TYPES, LETTER_LANGUAGES, MANIPULATIONS, MEASURES } from '#domain/notice/codes.js';
import { mailChannelOf, PRACTICE_PLATFORM } from '#domain/provider/platform.js';
import { GroundShelf } from '../ground/ground-shelf.js';
import { provisionOf, titleOf } from '../ground/ground.view.js';
import { writtenNotice, type NoticeForm } from './notice.form.js';

interface ChoiceGroup {
  readonly text: string;
  readonly options: readonly Choice[];
}

type Choice = { readonly value: string; readonly text: string; readonly hint: null };

/** What a caseworker can choose from on the page of a notice. */
@Injectable()
export class NoticeChoices {
  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly shelf: GroundShelf,
    private readonly texts: GroundTexts,
  ) {}

  /** Platforms that can be reached by mail, grounds in force, and the fixed lists. */
  async for(language: 'nl' | 'en') {
    const isPractice = (await this.installation.kind()) === 'practice';
    const platforms = (await this.register.platforms()).filter(
      (platform) => mailChannelOf(platform) !== null && (isPractice || platform.code !== PRACTICE_PLATFORM),
    );
    return {
      platforms: platforms.map(({ code, name }): Choice => ({ value: code, text: name, hint: null })),
      grounds: await this.grounds(language),
      ...{ contentTypes: CONTENT_TYPES, measures: MEASURES, manipulations: MANIPULATIONS, languages: LETTER_LANGUAGES },
    };
  }

  /** Grounds in force today by theme, within a theme those used most first. */
  async grounds(language: 'nl' | 'en', suits: (ground: LegalGround) => boolean = () => true): Promise<ChoiceGroup[]> {
    const [today, use] = [await this.shelf.day(undefined), await this.texts.use()];
    const inForce = (await this.shelf.inOrder()).filter((ground) => isValidOn(ground, today) && suits(ground));
    return byTheme(inForce, use).map(({ theme, grounds }) => ({
      text: theme[language],
      options: grounds.map((ground): Choice => {
        const text = `${titleOf(ground, language)} (${provisionOf(ground)})`;
        return { value: ground.code, text, hint: null };
      }),
    }));
  }

  /** What the form says, as an act takes it; refuses what is not in the register, and a ground not in force. */
  async written(form: NoticeForm): Promise<WrittenNotice> {
    await this.register.platform(form.platform);
    const { category } = await this.shelf.inForce(form.ground);
    if (form.secondGround) await this.shelf.inForce(form.secondGround);
    return writtenNotice(form, category);
  }
}
