import type { LetterLanguage } from '../notice/codes.js';
import type { Channel, ChannelField, FormField } from '../provider/platform.js';

/** How a field gets filled: text to take over, a box to tick, files to add, or something only the person there knows. */
export const SHEET_WAYS = ['copy', 'tick', 'attach', 'by-hand'] as const;
export type SheetWay = (typeof SHEET_WAYS)[number];

/** What a form demands that no sheet can give. */
export const FORM_DEMANDS = ['login', 'captcha', 'email-confirmation'] as const;
export type FormDemand = (typeof FORM_DEMANDS)[number];

/** One field of a form with what goes into it. */
export interface SheetField extends ChannelField {
  readonly way: SheetWay;
  /** Empty where only the person at the form can fill it. */
  readonly text: string;
  /** The most characters (UTF-16 units, as forms count) it takes; null where nobody knows of a limit. */
  readonly most: number | null;
}

/** A notice laid out for the form of a platform, as it was frozen at the preview: the letter of a channel that is a form. */
export interface FormSheet {
  /** Its own, so that no two sheets are the same bytes. */
  readonly messageId: string;
  readonly reference: string;
  readonly platform: string;
  readonly address: string;
  readonly language: LetterLanguage;
  /** Nobody of ours wrote down what this form asks: these are the usual fields, in an order that makes sense. */
  readonly guessed: boolean;
  readonly demands: readonly FormDemand[];
  readonly fields: readonly SheetField[];
}

/** What forms ask as a rule, from who we are to what we state (law.md section 6, the union of their fields). */
const USUAL: readonly FormField[] = [
  ...(['reporter-type', 'organisation', 'designation', 'contact-name', 'email', 'country'] as const),
  ...(['urls', 'content-type', 'location', 'category', 'law', 'explanation', 'language'] as const),
  ...(['evidence', 'statement', 'signature'] as const),
];

/** The fields of the form in its own order; the usual ones where nobody has seen it. */
export const fieldsAsked = ({ fields }: Channel): readonly ChannelField[] =>
  fields.length > 0 ? fields : USUAL.map((field) => ({ field, required: null }));

/** What it demands beside its fields, as far as somebody has seen. */
export function demandsOf({ fields, limits }: Channel): FormDemand[] {
  const asks = (name: FormField): boolean => fields.some(({ field }) => field === name);
  const demands: Readonly<Record<FormDemand, boolean>> = {
    login: limits.needsLogin === true,
    captcha: limits.needsCaptcha === true || asks('captcha'),
    'email-confirmation': limits.emailConfirmRequired === true || asks('email-verification'),
  };
  return FORM_DEMANDS.filter((demand) => demands[demand]);
}

/** The bytes under which a sheet is frozen, as text: JSON, its keys in the order of this file. */
export const sheetText = (sheet: FormSheet): string => `${JSON.stringify(sheet, null, 2)}\n`;

/** The sheet that was frozen as this text. */
export const sheetOf = (text: string): FormSheet => JSON.parse(text) as FormSheet;
