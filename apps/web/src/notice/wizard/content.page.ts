import { Injectable } from '@nestjs/common';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { CONTENT_TYPES } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import { Recogniser } from '#domain/provider/recognise-address.js';
import {
  commonPlatform,
  judgeAddresses,
  keptOf,
  platformsOf,
  refusedOf,
  type JudgedAddress,
} from '#domain/provider/recognise-lines.js';
import { refuseLines } from '#domain/provider/refuse-lines.js';
import { typedAddresses } from '#domain/provider/typed-addresses.js';
import { GroundShelf } from '../../ground/ground-shelf.js';
import type { Destination } from '../../frame/forms.js';
import { ContentForm, KINDS, MOST_ROWS, shownItems } from './content.form.js';
import { contentItems } from './content-items.js';
import { ContentLines } from './content-lines.js';
import { listedAddresses, rowValues } from './content.view.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

const namedField = ({ field }: Readonly<Record<string, unknown>>): string => String(field);

/** Where the content stands: the exact electronic locations (Art. 16(2)(b) DSA). */
@Injectable()
export class ContentPage extends WizardPage<ContentForm> {
  readonly slug = 'content';
  readonly form = ContentForm;
  override readonly fields = {
    'notice.lines-refused': 'addresses',
    'notice.too-many-addresses': 'addresses',
    'notice.address-not-http': 'addresses',
    'notice.address-unseen': 'addresses',
    'notice.text-unseen': ({ place }: Readonly<Record<string, unknown>>) =>
      place === 0 ? 'addresses' : `locator${String(place)}`,
    'notice.posted-unclear': namedField,
    'notice.posted-in-future': namedField,
  };

  constructor(
    private readonly register: Register,
    private readonly lines: ContentLines,
    private readonly shelf: GroundShelf,
  ) {
    super();
  }

  state({ items }: Notice): TaskState {
    return items.length === 0 ? 'todo' : 'done';
  }

  values({ items }: Notice): Record<string, string> {
    return { ...listedAddresses(items), contentType: 'recognised', locator: '', postedOn: '', ...rowValues(items) };
  }

  async fill(written: WrittenNotice, form: ContentForm, { notice }: WizardTurn): Promise<WrittenNotice> {
    const judged = await this.judge(form.addresses);
    refuseLines(refusedOf(judged));
    const kept = keptOf(judged);
    const today = await this.shelf.day(undefined);
    const items = contentItems(kept, form, { items: notice.items, today });
    return { ...written, items, platformCode: commonPlatform(kept) ?? written.platformCode };
  }

  /** Stays for a button beside an address, and once where something is worth a second look; says what was done to lines. */
  override async onward(notice: Notice, { addresses, shown, move }: ContentForm): Promise<Destination | null> {
    const to = `/notices/${notice.id}/write/content`;
    if (move !== undefined) return `${to}#lines`;
    const judged = await this.judge(addresses);
    const isPlain = judged.every(({ is, removed }) => is === 'ok' && removed.length === 0);
    if (shown === shownItems(notice.items) || (isPlain && platformsOf(keptOf(judged)).length < 2)) return null;
    return { to, ...done(judged) };
  }

  /** Where somebody sent a page, its fields belong to the items it showed, even where another changed them since. */
  override async model(turn: WizardTurn): Promise<object> {
    const { notice, typed } = turn;
    const shown = typeof typed?.['shown'] === 'string' ? typed['shown'] : shownItems(notice.items);
    const hadNone = typed !== undefined && shown === '';
    const hasRows = !hadNone && notice.items.length > 0 && notice.items.length <= MOST_ROWS;
    return {
      ...{ kinds: KINDS, contentTypes: CONTENT_TYPES, shown, hasRows },
      ...{ forAll: hadNone || notice.items.length === 0, areMany: notice.items.length > MOST_ROWS },
      ...(await this.lines.of(turn, hasRows ? shown : '')),
    };
  }

  private async judge(addresses: string): Promise<JudgedAddress[]> {
    return judgeAddresses(typedAddresses(addresses), new Recogniser(await this.register.platforms()));
  }
}

/** What became of lines that are not there as they were typed. */
function done(judged: readonly JudgedAddress[]): {
  readonly say: string;
  readonly facts: Record<string, string | number>;
} {
  const twice = judged.filter(({ is }) => is === 'duplicate').length;
  const cleaned = judged.filter(({ removed }) => removed.length > 0);
  const characters = [...new Set(cleaned.flatMap(({ removed }) => removed))].join(', ');
  if (cleaned.length > 0 && twice > 0) {
    return { say: 'wizard.addresses-twice-cleaned', facts: { n: twice, cleaned: cleaned.length, characters } };
  }
  if (cleaned.length > 0) return { say: 'wizard.addresses-cleaned', facts: { n: cleaned.length, characters } };
  return twice > 0
    ? { say: 'wizard.addresses-twice', facts: { n: twice } }
    : { say: 'wizard.addresses-look', facts: {} };
}
