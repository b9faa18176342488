import { Controller, Get, NotFoundException, Param, Req } from '@nestjs/common';
import { Templates } from '#adapters/templates/templates.js';
import { PeopleList } from '#application/access/people-list.js';
import { allShortcuts, shortcutsFor } from '../frame/shortcuts.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { HELP_TOPICS, type HelpTopic } from '../frame/help-for.js';
import { Open } from '../frame/open.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { railFor } from '../frame/rail.js';
import { GLOSSARY_TERMS } from './glossary-terms.js';

/**
 * Help. Open to whoever cannot get in yet, who needs it most: it holds words of the program alone. Whom to ask is told to
 * colleagues only.
 */
@Controller('help')
@Open()
export class HelpController {
  constructor(
    private readonly people: PeopleList,
    private readonly templates: Templates,
  ) {}

  @Get()
  @Page('help/index')
  async index(@Req() request: DeskRequest): Promise<object> {
    return { topics: HELP_TOPICS, administrators: await this.administrators(request), signedIn: !!request.person };
  }

  /** Terms with their word in both languages, because letters and platforms speak the other one. */
  @Get('glossary')
  @Page('help/glossary')
  glossary(@Req() request: DeskRequest): object {
    const { words } = this.templates;
    const other = request.language === 'nl' ? 'en' : 'nl';
    const terms = GLOSSARY_TERMS.map((term) => ({ term, other: words.text(other, `glossary.${term}.term`) }));
    return { terms, other, signedIn: !!request.person };
  }

  @Get('shortcuts')
  @Page('help/shortcuts')
  shortcuts(@Req() { person }: DeskRequest): object {
    const keys = person ? shortcutsFor(person, railFor(person, '', {})) : allShortcuts();
    return { keys, on: person?.shortcuts ?? null, signedIn: !!person };
  }

  @Get(':topic')
  @Page('help/topic')
  async topic(@Param('topic') asked: string, @Req() request: DeskRequest): Promise<object> {
    const topic = HELP_TOPICS.find((each): each is HelpTopic => each === asked);
    if (!topic) throw new NotFoundException();
    return { topic, administrators: await this.administrators(request), signedIn: !!request.person };
  }

  /** Colleagues who can give access and mend settings; their names and addresses are for colleagues only. */
  private async administrators({ person }: DeskRequest) {
    if (!person) return [];
    const filter = { search: '', role: 'administrator', state: 'active', page: 1, size: 10 } as const;
    const { rows } = await this.people.page(filter);
    return rows.map(({ name, email }) => ({ name, email }));
  }
}
