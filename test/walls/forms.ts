/** A form as a page shows it: where it goes, and its fields with what stands in them. */
export interface ShownForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Names of the fields in which a person types. */
  readonly typed: readonly string[];
}

/** The forms that are posted from a page; `path` is where one without an address goes. */
export function formsOf(html: string, path: string): ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head = '']) => /method="post"/.test(head))
    .map(([, head = '', inside = '']) => ({ action: plain(attribute(head, 'action') ?? path), ...fieldsOf(inside) }));
}

function fieldsOf(html: string): Omit<ShownForm, 'action'> {
  const fields: Record<string, string> = {};
  const typed: string[] = [];
  for (const [, tag = '', head = '', inside = ''] of html.matchAll(FIELD)) {
    const name = attribute(head, 'name');
    if (name === undefined || /^_/.test(name)) continue;
    const type = tag === 'input' ? (attribute(head, 'type') ?? 'text') : tag;
    if (['radio', 'checkbox'].includes(type)) {
      if (/\schecked/.test(head)) fields[name] = plain(attribute(head, 'value') ?? 'on');
      continue;
    }
    fields[name] =
      tag === 'select' ? chosen(inside) : plain(tag === 'textarea' ? inside : (attribute(head, 'value') ?? ''));
    if (!['select', 'hidden', 'submit', 'button', 'date', 'time', 'number'].includes(type)) typed.push(name);
  }
  return { fields, typed };
}

const FIELD = /<(input|select|textarea)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g;

const attribute = (head: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1];

function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => head);
  const one = all.find((head) => /\sselected/.test(head)) ?? all.find((head) => attribute(head, 'value')) ?? '';
  return plain(attribute(one, 'value') ?? '');
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const plain = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => SIGNS[name]!);
