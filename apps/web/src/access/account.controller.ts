import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ChoosePreferences } from '#application/access/choose-preferences.js';
import { PeopleList } from '#application/access/people-list.js';
import type { SignedIn } from '#application/access/sessions.js';
import { DESK_LANGUAGES, THEMES } from '#domain/access/preference.js';
import { giveLanguage } from '../frame/cookies.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Page } from '../frame/page.decorator.js';
import { AccountForm, LanguageForm, SWITCHES } from './account.form.js';

const CHOICES = { languages: DESK_LANGUAGES, themes: THEMES, switches: SWITCHES };

/** A person's own account: language and look. */
@Controller()
@May('account.own')
export class AccountController {
  constructor(
    private readonly choosePreferences: ChoosePreferences,
    private readonly people: PeopleList,
    private readonly forms: Forms,
  ) {}

  @Get('account')
  @Page('account')
  async show(@CurrentUser() person: SignedIn): Promise<object> {
    const { language, theme } = person;
    const shortcuts = person.shortcuts ? 'on' : 'off';
    return { ...(await this.around(person)), form: blank({ language, theme, shortcuts }) };
  }

  @Post('account')
  choose(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: AccountForm,
      page: 'account',
      model: () => this.around(person),
      act: async (form) => {
        const { shortcuts, ...look } = form;
        await this.choosePreferences.run(person, shortcuts ? { ...look, shortcuts: shortcuts === 'on' } : look);
        giveLanguage(response, form.language);
        return { to: '/account', say: 'account.kept' };
      },
    });
  }

  /** Whose second factors somebody wants to take away hears of it here. */
  private async around({ userId }: SignedIn): Promise<object> {
    const resets = await this.people.openResets();
    return { ...CHOICES, resetAsked: resets.some((reset) => reset.userId === userId) };
  }

  /** Says that the person is still there; the desk's script asks it shortly before their session would end. */
  @Get('account/here')
  @HttpCode(204)
  here(): void {
    return;
  }

  /** The switch at the foot of the page; it also works before signing in. */
  @Open()
  @Post('language')
  speak(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    const { person } = request;
    return this.forms.take(request, response, {
      form: LanguageForm,
      page: 'error',
      model: () => ({ kind: '422', reference: '', says: [], typed: [], back: '/' }),
      act: async ({ language, to }) => {
        giveLanguage(response, language);
        if (person) await this.choosePreferences.run(person, { language, theme: person.theme });
        return ownPath(to);
      },
    });
  }
}
