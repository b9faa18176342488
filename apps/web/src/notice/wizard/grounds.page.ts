import { Injectable } from '@nestjs/common';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { postedOf } from '#domain/ground/ground-items.js';
import { suggestedBy } from '#domain/ground/suggested.js';
import { isExplained } from '#domain/notice/blockers.js';
import { isExpressionWeighed, isForHotline, strangeToHotline, UNANSWERED } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { GroundShelf } from '../../ground/ground-shelf.js';
import { provisionOf, titleOf } from '../../ground/ground.view.js';
import { NoticeChoices } from '../notice-choices.js';
import { firstToExplain } from './first-to-explain.js';
import { chosenIn, groundsForm, GroundsForm, placesFor } from './grounds.form.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

const RULES = [
  ...['none-chosen', 'chosen-twice', 'hotline-only', 'items-unclear', 'unknown', 'repealed', 'replaced'],
  ...['not-yet-in-force', 'repealed-before-posted', 'replaced-before-posted', 'after-posted'],
];

/** On which legal grounds, for which items, and how freedom of expression was weighed (Art. 16(2)(a) DSA, Art. 10 ECHR). */
@Injectable()
export class GroundsPage extends WizardPage<GroundsForm> {
  readonly slug = 'grounds';
  readonly form = GroundsForm;
  override readonly fields = {
    ...Object.fromEntries(RULES.map((rule) => [`ground.${rule}`, 'ground1'])),
    'notice.text-unseen': 'expression',
  };

  constructor(
    private readonly shelf: GroundShelf,
    private readonly choices: NoticeChoices,
  ) {
    super();
  }

  state({ content: { grounds, answers } }: Notice): TaskState {
    if (grounds.length === 0) return 'todo';
    const explained = grounds.every(({ explanation }) => isExplained(explanation));
    return explained && isExpressionWeighed(answers) ? 'done' : 'lacking';
  }

  values(notice: Notice): Record<string, string> {
    return groundsForm(notice);
  }

  async fill(written: WrittenNotice, form: GroundsForm, { notice }: WizardTurn): Promise<WrittenNotice> {
    const chosen = chosenIn(form, notice);
    const grounds = await Promise.all(chosen.map((one) => this.shelf.inForce(one.code, postedOf(one, notice.items))));
    const answers = written.answers ?? UNANSWERED;
    const [strange] = strangeToHotline(answers, grounds);
    if (strange) throw new RuleViolation('ground.hotline-only', { code: strange.code });
    const kept = ({ code }: { code: string }) => written.grounds.find((ground) => ground.code === code);
    const withoutName = form.withoutName === 'yes' && grounds.every(({ csamException }) => csamException);
    return {
      ...written,
      category: grounds[0]!.category,
      grounds: chosen.map((one) => ({ explanation: '', ...kept(one), ...one })),
      answers: { ...answers, expression: form.expression ?? '', withoutName },
    };
  }

  override onward(notice: Notice): string | null {
    return firstToExplain(notice);
  }

  override async model({ notice, person: { language } }: WizardTurn): Promise<object> {
    const { answers, grounds } = notice.content;
    const isHotline = isForHotline(answers);
    const suggested = suggestedBy(answers.imagery, await this.shelf.inOrder());
    const codes = suggested.map(({ code }) => code);
    return {
      isHotline,
      groups: await this.choices.grounds(language, (ground) => !isHotline || codes.includes(ground.code)),
      suggested: isHotline
        ? []
        : suggested.map((ground) => ({ text: titleOf(ground, language), provision: provisionOf(ground) })),
      places: placesFor(notice).map((place) => ({
        ground: `ground${place}`,
        items: `items${place}`,
        place,
        later: place > 1,
      })),
      several: notice.items.length > 1,
      items: notice.items.map(({ url }) => ({ url })),
      chosen: grounds.map(({ code, explanation }) => ({ code, explained: isExplained(explanation) })),
    };
  }
}
