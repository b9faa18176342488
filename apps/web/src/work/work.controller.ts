import { Controller, Get, Redirect } from '@nestjs/common';
import { Page } from '../frame/page.decorator.js';

/** The page a person starts the day with. */
@Controller()
export class WorkController {
  @Get()
  @Redirect('/work', 303)
  start(): void {}

  @Get('work')
  @Page('work/mine')
  mine(): object {
    return {};
  }
}
