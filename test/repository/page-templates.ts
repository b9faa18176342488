import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '#adapters/settings/project.js';

/** One template of the desk's pages with its source; `name` is its path under `templates`. */
export interface PageTemplate {
  readonly name: string;
  readonly source: string;
}

/** Every template of the desk's pages, layouts and partials. */
export function pageTemplates(): PageTemplate[] {
  return ['layouts', 'partials', 'pages'].flatMap((folder) =>
    readdirSync(projectPath('templates', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => join(folder, name))
      .map((name) => ({ name, source: readFileSync(projectPath('templates', name), 'utf8') })),
  );
}

/** What a template must not hold, each with the reason; the first group of a pattern is what is shown. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /(\{\{\{.*?\}\}\}|\{\{~?&.*?\}\})/g, because: 'text must always be escaped' },
  {
    pattern: /<[^<>]*?\s([\w-]+=\{\{[^>]*?)[\s>]/g,
    because: 'an attribute without quotes is not protected by escaping',
  },
  { pattern: /(<style\b)/gi, because: 'styles stand in templates/assets' },
  { pattern: /\s(style=)/gi, because: 'a style attribute is refused by our own Content-Security-Policy' },
  { pattern: /<script\b(?![^>]*\ssrc=")([^>]*>)/gi, because: 'scripts stand in templates/assets' },
  { pattern: /\s(on[a-z]+\s*=)/gi, because: 'handlers stand in templates/assets' },
  {
    pattern:
      /\s((?:href|src|action|formaction|poster|data|cite|ping|background|manifest|xlink:href)="(?!\{\{~?safeUrl )[^"]*\{\{[^"]*")/gi,
    because: 'an address from facts goes through safeUrl, or javascript: would pass',
  },
  { pattern: /((?:href|src|action)="(?:https?:)?\/\/[^"]*")/gi, because: 'nothing is fetched from elsewhere' },
  {
    pattern: /((?:href|src|action|formaction)="\s*(?:javascript|data|vbscript):[^"]*")/gi,
    because: 'addresses lead to pages',
  },
  {
    pattern: /\s((?:srcset|imagesrcset|srcdoc)=)/gi,
    because: 'lists of addresses and pages within pages are not looked at',
  },
  {
    pattern: /<(?!!)(?:[^<>"{}]|"[^"]*"|\{\{[#/>!][^}]*\}\}|\{\{else[^}]*\}\})*?\s([\w:-]+=[^"'{\s>][^\s>]*)/g,
    because: 'attributes stand in double quotes',
  },
  {
    pattern: /<(?!!)(?:[^<>"{}]|"[^"]*"|\{\{[#/>!][^}]*\}\}|\{\{else[^}]*\}\})*?(\{\{(?![#/>!]|else)[^}]*\}\})/g,
    because: 'no attribute or element is named by facts; write its name out',
  },
  { pattern: /(<meta\b[^>]*http-equiv)/gi, because: 'headers come from the server' },
  {
    pattern: /(<(?:iframe|object|embed|applet|base|template|form\b[^>]*method="get"[^>]*_csrf))/gi,
    because: 'no foreign frames',
  },
];

/** Everything in a template that is forbidden, as sentences. `action="{{path}}"` may hold a path part in the middle. */
export function faultsIn({ name, source }: PageTemplate): string[] {
  const plain = source.replaceAll(/\{\{!--[\s\S]*?--\}\}/g, '');
  return FORBIDDEN.flatMap(({ pattern, because }) =>
    [...plain.matchAll(pattern)]
      .filter((found) => !isOwnPath(found[1] ?? ''))
      .map((found) => `${name}: ${found[1]} (${because})`),
  );
}

/** `action="/cases/{{id}}/close"` begins with our own path, so whatever follows stays on our own desk. */
const isOwnPath = (found: string): boolean => /^(?:href|src|action|formaction)="(?:\/(?![/\\{])|#)/i.test(found);

/** Paths of our own sources, tests left out, in which a pattern stands. */
export function sourcesWith(pattern: RegExp): string[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => join(folder, name))
      .filter((name) => pattern.test(readFileSync(projectPath(name), 'utf8'))),
  );
}

/** Letters that stand in a template itself and not in the words; names that are the same in each language are none. */
export function textIn({ name, source }: PageTemplate): string[] {
  if (!source.includes('<')) return []; // attributes only
  const spoken = [...source.matchAll(/\s(?:title|alt|placeholder|aria-label)="([^"]*)"/g)].map(
    (found) => found[1] ?? '',
  );
  const between = source
    .replaceAll(/<(svg|code)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(?:"[^"]*"|\{\{[\s\S]*?\}\}|[^>"])*>/g, ' ');
  return [between, ...spoken]
    .flatMap((text) => text.replaceAll(/\{\{[\s\S]*?\}\}/g, ' ').match(/\p{L}{2,}[^\n]*/gu) ?? [])
    .filter((text) => !/^(Seinpost|SHA-256)\b/.test(text))
    .map((text) => `${name}: ${text.trim()}`);
}
