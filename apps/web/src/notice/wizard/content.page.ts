import { Injectable } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { CONTENT_TYPES, type ContentType } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { linesOf } from '../notice.form.js';
import { WizardPage, type TaskState } from './wizard-page.js';

export class ContentForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @MaxLength(200_000, { message: 'notices.addresses-too-long' })
  @IsNotEmpty({ message: 'notices.addresses-needed' })
  addresses!: string;

  @IsIn([...CONTENT_TYPES], { message: 'notices.content-type-needed' })
  contentType!: ContentType;

  @IsOptional()
  @MaxLength(200, { message: 'notices.locator-too-long' })
  locator?: string;
}

/** Where the content stands: the exact electronic locations (Art. 16(2)(b) DSA). */
@Injectable()
export class ContentPage extends WizardPage<ContentForm> {
  readonly slug = 'content';
  readonly form = ContentForm;
  override readonly fields = { 'notice.address-not-http': 'addresses', 'notice.address-unseen': 'addresses' };

  state({ items }: Notice): TaskState {
    return items.length === 0 ? 'todo' : 'done';
  }

  values({ items }: Notice): Record<string, string> {
    const [first] = items;
    const addresses = items.map(({ url }) => url).join('\n');
    return { addresses, contentType: first?.contentType ?? 'post', locator: first?.locator ?? '' };
  }

  fill(written: WrittenNotice, { addresses, contentType, locator = '' }: ContentForm): WrittenNotice {
    return { ...written, items: linesOf(addresses).map((url) => ({ url, contentType, locator })) };
  }

  override model(): object {
    return { contentTypes: CONTENT_TYPES };
  }
}
