import type { DeskVisit } from './desk-visit.js';

/** What a page's form holds, as a browser would send it back; its token and boxes that are not ticked are left out. */
export async function formOf(visit: DeskVisit, path: string): Promise<Record<string, string>> {
  const { text } = await visit.get(path);
  const begin = text.indexOf('<form class="form"');
  const form = text.slice(begin, text.indexOf('</form>', begin));
  const inputs = [...form.matchAll(/<input[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)];
  const areas = [...form.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([^<]*)</g)];
  const selects = [...form.matchAll(/<select[^>]* name="(\w+)"[\s\S]*?<\/select>/g)].map(([whole, name]) => [
    whole,
    name,
    /value="([^"]*)" selected/.exec(whole)?.[1] ?? '',
  ]);
  const fields = [...inputs, ...areas, ...selects].map(([, name, value]) => [name!, unescaped(value!)] as const);
  return Object.fromEntries(fields.filter(([name]) => !name!.startsWith('_') && name !== 'seen' && name !== 'gone'));
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
