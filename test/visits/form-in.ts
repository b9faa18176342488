/** A form as a page has it: what stands in each field, and what each of its choices may be. */
interface FormIn {
  /** By name; a tick or choice that is not made has no line, as in a form that is sent. */
  readonly values: Readonly<Record<string, string>>;
  /** Where it goes; null where that is the page itself. */
  readonly action: string | null;
  /** Whether a browser could put this value in the field of this name. */
  readonly takes: (name: string, value: string) => boolean;
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag);
  return found ? plain(found[1]!) : null;
};

/** Text of a page as a person reads it. */
export const plain = (html: string): string =>
  html.replaceAll(/&(?:#x([0-9A-F]+)|amp|lt|gt|quot);/gi, (entity, code: string | undefined) =>
    code === undefined ? (ENTITIES[entity] ?? entity) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The form of a page: the last of those that are no button with nothing to fill in. */
export function formIn(html: string): FormIn {
  const form = [...html.matchAll(/<form class="form"[^>]*>[^]*?<\/form>/g)].at(-1)?.[0] ?? '';
  const values: Record<string, string> = {};
  const choices = new Map<string, string[]>();
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value') ?? ''];
    if (name === null) continue;
    const isChoice = /type="(?:radio|checkbox)"/.test(tag);
    if (isChoice) choices.set(name, [...(choices.get(name) ?? []), value]);
    if (!isChoice || / checked/.test(tag)) values[name] = value;
  }
  for (const [, tag, text] of form.matchAll(/<textarea ([^>]*)>([^]*?)<\/textarea>/g))
    values[attribute(` ${tag!}`, 'name')!] = plain(text!);
  for (const [, tag, options] of form.matchAll(/<select ([^>]*)>([^]*?)<\/select>/g)) {
    const name = attribute(` ${tag!}`, 'name')!;
    const all = [...options!.matchAll(/<option value="([^"]*)"( selected)?/g)];
    choices.set(name, [...(choices.get(name) ?? []), ...all.map(([, value]) => plain(value!))]);
    values[name] = plain(all.find(([, , chosen]) => chosen !== undefined)?.[1] ?? all[0]?.[1] ?? '');
  }
  const takes = (name: string, value: string) => choices.get(name)?.includes(value) ?? name in values;
  return { values, takes, action: attribute(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action') };
}
