import { Controller, Get, Param, Query } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { GroundTexts } from '#application/ground/ground-texts.js';
import { Register } from '#application/provider/register.js';
import { holds } from '#domain/access/right.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { explainedByQuestions } from '#domain/ground/explanation.js';
import { questionsOf } from '#domain/ground/element-question.js';
import { byTheme } from '#domain/ground/ground-order.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import { LETTER_LANGUAGES } from '#domain/notice/codes.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { blank } from '../frame/form-state.js';
import { GroundShelf } from './ground-shelf.js';
import { groundView, rowOf } from './ground.view.js';

/** The legal grounds of the desk's country: which hold, how sure they are, and with which words they are explained. */
@Controller('grounds')
@May('register.read')
export class GroundsController {
  constructor(
    private readonly shelf: GroundShelf,
    private readonly register: Register,
    private readonly texts: GroundTexts,
  ) {}

  @Get()
  @Page('grounds/list')
  async list(@CurrentUser() { language }: SignedIn, @Query() query: Record<string, unknown>): Promise<object> {
    const [on, today] = [await this.shelf.day(query['on']), await this.shelf.day(undefined)];
    const isOpenOnly = query['show'] === 'to-confirm';
    const all = await this.shelf.inOrder();
    const shown = isOpenOnly ? all.filter(({ confidence }) => confidence === 'K') : all;
    const use = await this.texts.use();
    const themes = byTheme(shown, use).map(({ theme, grounds }) => ({
      title: theme[language],
      rows: grounds.map((ground) => ({ ...rowOf(ground, language, on), used: use.get(ground.code) ?? 0 })),
    }));
    const counts = { total: shown.length, open: all.filter(({ confidence }) => confidence === 'K').length };
    return { themes, ...counts, isOpenOnly, on, isToday: on === today, form: blank({ on }) };
  }

  @Get(':code')
  @Page('grounds/one')
  async one(@Param('code') code: string, @CurrentUser() { language, role }: SignedIn): Promise<object> {
    const ground = await this.shelf.one(code);
    const successor = ground.replacedBy === null ? null : await this.register.ground(ground.replacedBy);
    const history = await this.texts.history(code);
    return {
      ground: groundView(ground, language, await this.shelf.day(undefined)),
      keyword: await this.keywordOf(ground, language),
      successor: successor && rowOf(successor, language, await this.shelf.day(undefined)),
      questions: questionsOf(ground, language),
      wordings: LETTER_LANGUAGES.map((each) => {
        const current = history.find((one) => one.language === each);
        const text = current?.text ?? '';
        return {
          language: each,
          version: current?.version ?? 0,
          text,
          example: explainedByQuestions(ground, each, text),
        };
      }),
      history: history.map(({ version, language: written, at, author }) => ({
        version,
        language: written,
        at,
        author,
      })),
      mayEdit: holds(role, 'settings.content'),
    };
  }

  private async keywordOf({ keyword }: LegalGround, language: DeskLanguage): Promise<string | null> {
    const found = keyword === null ? null : await this.texts.keyword(keyword);
    return found && (language === 'nl' ? found.nl : found.label);
  }
}
