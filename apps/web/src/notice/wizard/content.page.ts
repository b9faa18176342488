import { Injectable } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { CONTENT_TYPES, type ContentType } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { Recogniser } from '#domain/provider/recognise-address.js';
import {
  commonPlatform,
  judgeAddresses,
  keptOf,
  refusedOf,
  typedAddresses,
  type JudgedAddress,
  type KeptAddress,
} from '#domain/provider/recognise-lines.js';
import { refuseLines } from '#domain/provider/refuse-lines.js';
import type { Destination } from '../../frame/forms.js';
import { ContentLines } from './content-lines.js';
import { listedAddresses, shownItems } from './content.view.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

/** What each address itself says, or one kind of content for all of them. */
const KINDS = ['recognised', ...CONTENT_TYPES] as const;

export class ContentForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @MaxLength(200_000, { message: 'notices.addresses-too-long' })
  @IsNotEmpty({ message: 'notices.addresses-needed' })
  addresses!: string;

  @IsIn([...KINDS], { message: 'notices.content-type-needed' })
  contentType!: (typeof KINDS)[number];

  @IsOptional()
  @MaxLength(200, { message: 'notices.locator-too-long' })
  locator?: string;

  /** The items of which the page told what they are. */
  @IsOptional()
  @MaxLength(40_000, { message: 'form.unknown-field' })
  shown?: string;
}

/** Where the content stands: the exact electronic locations (Art. 16(2)(b) DSA). */
@Injectable()
export class ContentPage extends WizardPage<ContentForm> {
  readonly slug = 'content';
  readonly form = ContentForm;
  override readonly fields = {
    'notice.lines-refused': 'addresses',
    'notice.address-not-http': 'addresses',
    'notice.address-unseen': 'addresses',
  };

  constructor(
    private readonly register: Register,
    private readonly lines: ContentLines,
  ) {
    super();
  }

  state({ items }: Notice): TaskState {
    return items.length === 0 ? 'todo' : 'done';
  }

  values({ items }: Notice): Record<string, string> {
    const types = new Set(items.map(({ contentType }) => contentType));
    const [contentType] = types.size === 1 ? types : (['recognised'] as const);
    return { ...listedAddresses(items), contentType: contentType! };
  }

  async fill(written: WrittenNotice, form: ContentForm): Promise<WrittenNotice> {
    const judged = await this.judge(form.addresses);
    refuseLines(refusedOf(judged));
    const kept = keptOf(judged);
    const items = kept.map((one) => ({ url: one.text, ...told(one, form) }));
    return { ...written, items, platformCode: commonPlatform(kept) ?? written.platformCode };
  }

  /** Stays once where an address is worth a second look, and says how many lines were the same page as another. */
  override async onward(notice: Notice, { addresses, shown }: ContentForm): Promise<Destination | null> {
    const judged = await this.judge(addresses);
    const twice = judged.filter(({ is }) => is === 'duplicate').length;
    if (shown === shownItems(notice.items) || judged.every(({ is }) => is === 'ok')) return null;
    const to = `/notices/${notice.id}/write/content`;
    return twice === 0 ? to : { to, say: 'wizard.addresses-twice', facts: { n: twice } };
  }

  override async model({ notice, person }: WizardTurn): Promise<object> {
    return { contentTypes: KINDS, shown: shownItems(notice.items), ...(await this.lines.of(notice, person)) };
  }

  private async judge(addresses: string): Promise<JudgedAddress[]> {
    return judgeAddresses(typedAddresses(addresses), new Recogniser(await this.register.platforms()));
  }
}

function told(one: KeptAddress, form: ContentForm): { contentType: ContentType; locator: string } {
  const recognised = one.is === 'ok' ? one.contentType : 'other';
  const contentType = form.contentType === 'recognised' ? recognised : form.contentType;
  return { contentType, locator: (one.locator ?? form.locator ?? '').slice(0, 200) };
}
