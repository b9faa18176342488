import { Injectable } from '@nestjs/common';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { CaseList } from '#application/case/case-list.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { isMinor } from '#domain/case/case-file.js';
import { mandateOn } from '#domain/case/mandate.js';
import { isDay } from '#domain/instant.js';
import {
  OWN_REPORTS,
  SHARED_FIELDS,
  UNANSWERED,
  type OwnReport,
  type SharedField,
} from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { sharedData } from '#domain/notice/shared-data.js';
import { wantsPersonConcerned } from '#domain/provider/first-person-report.js';
import { readAll } from '#domain/provider/register-text.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { GroundShelf } from '../../ground/ground-shelf.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

/** The field whose tick lets a datum into the letter. */
const tickOf = (field: SharedField): string => `share${field.charAt(0).toUpperCase()}${field.slice(1)}`;

export class PersonForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsOptional()
  @MaxLength(200, { message: 'wizard.datum-too-long' })
  name?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  shareName?: 'yes';

  @IsOptional()
  @MaxLength(200, { message: 'wizard.datum-too-long' })
  username?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  shareUsername?: 'yes';

  @IsOptional()
  @MaxLength(200, { message: 'wizard.datum-too-long' })
  age?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  shareAge?: 'yes';

  @IsOptional()
  @MaxLength(200, { message: 'wizard.datum-too-long' })
  features?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'form.unknown-field' })
  shareFeatures?: 'yes';

  @IsIn([...OWN_REPORTS], { message: 'wizard.own-report-needed' })
  ownReport!: OwnReport;

  @IsOptional()
  @MaxLength(10, { message: 'wizard.day-unclear' })
  ownReportOn?: string;
}

/** The person affected: on what authority we speak, and what the platform may know of them, ticked item by item. */
@Injectable()
export class PersonPage extends WizardPage<PersonForm> {
  readonly slug = 'person';
  readonly form = PersonForm;
  override readonly fields = {
    'notice.shared-without-text': ({ field }: Readonly<Record<string, unknown>>) => String(field),
    'notice.own-report-day': 'ownReportOn',
    'notice.text-unseen': ({ field }: Readonly<Record<string, unknown>>) => String(field),
  };

  constructor(
    private readonly cases: CaseList,
    private readonly shelf: GroundShelf,
    private readonly register: Register,
  ) {
    super();
  }

  state({ content }: Notice): TaskState {
    return content.answers.ownReport === undefined ? 'todo' : 'done';
  }

  values({ content }: Notice): Record<string, string> {
    const { shared, ownReport } = content.answers;
    const ticked = SHARED_FIELDS.flatMap((field) => {
      const datum = shared.find((one) => one.field === field);
      return [[field, datum?.text ?? ''] as const, [tickOf(field), datum ? 'yes' : ''] as const];
    });
    return { ...Object.fromEntries(ticked), ownReport: ownReport?.result ?? '', ownReportOn: ownReport?.on ?? '' };
  }

  fill(written: WrittenNotice, form: PersonForm, { person, at }: WizardTurn): WrittenNotice {
    const typed = form as unknown as Readonly<Record<string, string | undefined>>;
    const on = form.ownReportOn ?? null;
    if (on !== null && !isDay(on)) throw new RuleViolation('notice.own-report-day', { on });
    const answers = written.answers ?? UNANSWERED;
    const word = { by: person.userId, at: at.toISOString() };
    const asTyped = (field: SharedField) => ({ text: typed[field] ?? '', ticked: typed[tickOf(field)] === 'yes' });
    const shared = sharedData(asTyped, answers.shared, word);
    return { ...written, answers: { ...answers, shared, ownReport: { result: form.ownReport, on } } };
  }

  override async model({ notice, person }: WizardTurn): Promise<object> {
    const file = notice.caseId === null ? null : await this.cases.one(notice.caseId);
    const standing = file && mandateOn(file.content, await this.shelf.day(undefined));
    const { platformCode } = notice.content;
    const platform = (await this.register.platforms()).find(({ code }) => code === platformCode);
    const isBluesky = platform?.channels.some(({ api }) => api === 'bluesky') === true;
    return {
      ageGivesReason: isBluesky && file !== null && isMinor(file.content.ageBand),
      onlyPersonConcerned: (platform?.onlyPersonConcerned ?? []).map((one) =>
        readAll(one, ['about', 'who'], person.language),
      ),
      mandate: file?.content.mandate ?? 'none',
      mandateStanding: standing?.kind ?? 'none',
      mandateDay: standing && 'on' in standing ? standing.on : standing && 'until' in standing ? standing.until : null,
      data: SHARED_FIELDS.map((field) => ({ field, tick: tickOf(field) })),
      ownReports: OWN_REPORTS,
      firstPerson: platform !== undefined && wantsPersonConcerned(platform),
    };
  }
}
