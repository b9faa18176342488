import { Injectable } from '@nestjs/common';
import { Installation } from '#application/access/installation.js';
import { GroundTexts } from '#application/ground/ground-texts.js';
import { Register } from '#application/provider/register.js';
import { byTheme } from '#domain/ground/ground-order.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { isValidOn } from '#domain/ground/in-force.js';
import { PRACTICE_PLATFORM } from '#domain/provider/platform.js';
import { GroundShelf } from '../ground/ground-shelf.js';
import { provisionOf, titleOf } from '../ground/ground.view.js';

interface ChoiceGroup {
  readonly text: string;
  readonly options: readonly Choice[];
}

type Choice = { readonly value: string; readonly text: string; readonly hint: null };

/** What a caseworker can choose from while a notice is written. */
@Injectable()
export class NoticeChoices {
  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
    private readonly shelf: GroundShelf,
    private readonly texts: GroundTexts,
  ) {}

  /** Platforms a notice can be about, whether or not anybody knows yet how to reach them. */
  async platforms(): Promise<Choice[]> {
    const isPractice = (await this.installation.kind()) === 'practice';
    const there = (await this.register.platforms()).filter(({ code }) => isPractice || code !== PRACTICE_PLATFORM);
    return there.map(({ code, name }): Choice => ({ value: code, text: name, hint: null }));
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
}
