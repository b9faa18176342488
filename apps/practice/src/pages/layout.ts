import { asIs, html, type Html } from './html.js';
import { wordsIn, type Language } from './words.js';

/** What every page has; `canonical` is its own path. */
export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly path: string;
  readonly head?: Html;
}

/** The frame around a page: practice banner, navigation, main, footer. No script anywhere. */
export function layout(frame: Frame, main: Html): string {
  const words = wordsIn(frame.language);
  const other = frame.language === 'nl' ? 'en' : 'nl';
  const page = html`<html lang="${frame.language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${frame.title} · Oefenplein</title>
      <link rel="stylesheet" href="/styles.css" />
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      ${frame.head}
    </head>
    <body>
      <a class="skip" href="#main">${words.skip}</a>
      <header>
        <p class="practice"><strong>Oefenplatform / practice platform.</strong> ${words.practiceNote}</p>
        <div class="top">
          <a class="mark" href="/"><img src="/mark.svg" alt="" width="28" height="28" /> Oefenplein</a>
          <nav aria-label="Oefenplein">${NAVIGATION.map(([path, name]) => link(path, words[name], frame.path))}</nav>
          <a
            class="language"
            href="/taal/${other}?terug=${encodeURIComponent(frame.path)}"
            hreflang="${other}"
            lang="${other}"
            >${words.otherLanguage}</a
          >
        </div>
      </header>
      <main id="main" tabindex="-1">${main}</main>
      <footer><p>${words.practice} · practice.example · ${words.practiceNote}</p></footer>
    </body>
  </html>`;
  return asIs(`<!doctype html>\n${page.text}`).text;
}

const NAVIGATION = [
  ['/', 'timeline'],
  ['/oefengids', 'guide'],
  ['/melden', 'report'],
  ['/postvak', 'inbox'],
] as const;

function link(path: string, name: string, current: string): Html {
  const here = path === '/' ? current === '/' : current.startsWith(path);
  return here ? html`<a href="${path}" aria-current="page">${name}</a>` : html`<a href="${path}">${name}</a>`;
}

/** The platform's mark: a square with four tiles, one of them turned. */
export const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#7a4b00"/>' +
  '<rect x="6" y="6" width="9" height="9" rx="2" fill="#ffe2a8"/><rect x="17" y="6" width="9" height="9" rx="2" fill="#f2a541"/>' +
  '<rect x="6" y="17" width="9" height="9" rx="2" fill="#f2a541"/><circle cx="21.5" cy="21.5" r="5" fill="#fff6df"/></svg>';
