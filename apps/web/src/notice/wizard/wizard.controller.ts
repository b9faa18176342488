import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { actor, CurrentUser } from '../../frame/current-user.decorator.js';
import type { DeskRequest } from '../../frame/desk-request.js';
import { blank } from '../../frame/form-state.js';
import { Forms } from '../../frame/forms.js';
import { May } from '../../frame/may.decorator.js';
import { Page } from '../../frame/page.decorator.js';
import { Pages } from '../../frame/pages.js';
import { takeForm } from '../../frame/take-form.js';
import { WizardDesk } from './wizard-desk.js';
import { WizardTasks } from './wizard-tasks.js';

/** Every screen on which a notice is written; which questions it asks is the page's own matter. */
@Controller('notices/:id/write')
@May('case.write', { notice: 'id' })
export class WizardController {
  constructor(
    private readonly desk: WizardDesk,
    private readonly forms: Forms,
    private readonly pages: Pages,
    private readonly list: WizardTasks,
  ) {}

  @Get()
  @Page('wizard/tasks')
  tasks(@Param('id') id: string): Promise<object> {
    return this.list.of(id);
  }

  @Get(':step')
  async show(
    @Param() { id, step }: { id: string; step: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const turn = await this.desk.turn(id, person);
    const before = this.desk.pages.before(step, turn.notice);
    if (before !== null) return response.redirect(303, `/notices/${id}/write/${before}`);
    const { page, model } = await this.desk.page(step, turn);
    const values = filledIn(page.values(turn.notice), await page.proposals(turn));
    const form = blank({ ...values, version: String(turn.notice.version) });
    await this.pages.show(request, response, `wizard/${page.slug}`, { ...model, form });
  }

  /** What the browser sends by itself while somebody types; answers the version to go on with, and when it was kept. */
  @Post(':step/keep')
  async keep(
    @Param() { id, step }: { id: string; step: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const { form, faults } = await takeForm(this.desk.pages.one(step).form, request.body);
    if (faults.length > 0) return void response.status(422).json({ kept: false });
    const turn = await this.desk.turn(id, person);
    const { version } = await this.desk.keep(step, form, turn, actor(person));
    response.json({ kept: true, version: String(version), says: this.pages.say(request, 'wizard.kept') });
  }

  /** Keeps the answers and goes on; where somebody else wrote meanwhile, both texts are shown and nothing is lost. */
  @Post(':step')
  async take(
    @Param() { id, step }: { id: string; step: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const page = this.desk.pages.one(step);
    await this.forms.take(request, response, {
      form: page.form,
      page: `wizard/${page.slug}`,
      model: async () =>
        (await this.desk.page(step, await this.desk.turn(id, person), (request.body ?? {}) as Record<string, unknown>))
          .model,
      fields: page.fields,
      act: async (form) => {
        const turn = await this.desk.turn(id, person);
        const kept = await this.desk.keep(step, form, turn, actor(person));
        return this.desk.pages.after(step, kept, form, turn);
      },
    });
  }
}

/** Values with a proposal in place of each that is empty. */
const filledIn = (values: Readonly<Record<string, string>>, proposed: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || (proposed[name] ?? '')]));
