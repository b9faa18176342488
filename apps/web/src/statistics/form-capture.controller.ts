import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { RequestFormCapture } from '#application/provider/request-form-capture.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';

/** Having the page of a form captured, from the list of defects: by whoever may work on the notice it was met on. */
@Controller('follow-up/defects/:defectId/capture')
@May('case.write', { delivery: 'defectId' }) // a defect has the id of the delivery that met it
export class FormCaptureController {
  constructor(
    private readonly requestCapture: RequestFormCapture,
    private readonly forms: Forms,
  ) {}

  @Post()
  async capture(
    @Param('defectId') defectId: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    await this.requestCapture.run({ defectId, by: actor(person) });
    return this.forms.goOn(request, response, { to: '/follow-up/defects', say: 'defect.capture-asked' });
  }
}
