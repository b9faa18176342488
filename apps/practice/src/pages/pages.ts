import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { languageOf, show, type PagesContext } from './context.js';
import { noticePanel, showNotice } from './gates.js';
import { guide, restore } from './guide.page.js';
import { html } from './html.js';
import { inbox } from './inbox.page.js';
import { MARK } from './layout.js';
import { chooseLanguage, confirmAddress, portal, wrappedLink } from './links.page.js';
import { picture, postPage } from './post.page.js';
import { answerNow, receivedNotice } from './received-notice.page.js';
import { reportForm, reportReceived, submitReport } from './report.page.js';
import { STYLES } from './styles.js';
import { profile, timeline } from './timeline.page.js';
import { wordsIn } from './words.js';

type Page = (context: PagesContext, request: Request, response: Response) => void | Promise<void>;

const GET: Readonly<Record<string, Page>> = {
  '/': timeline,
  '/p/:slug': postPage,
  '/p/:slug/beeld.svg': picture,
  '/u/:author': profile,
  '/melden': reportForm,
  '/melden/ontvangen/:token': reportReceived,
  '/postvak': inbox,
  '/postvak/:number': receivedNotice,
  '/oefengids': guide,
  '/bevestig/:token': confirmAddress,
  '/portaal/:token': portal,
  '/l': wrappedLink,
  '/taal/:language': chooseLanguage,
};

const POST: Readonly<Record<string, Page>> = {
  '/melden': submitReport,
  '/postvak/:number/antwoord': answerNow,
  '/oefengids/:slug/terug': restore,
};

/** All pages as a request listener. */
export function createPages(context: PagesContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyFromHere, express.urlencoded({ extended: false, limit: '64kb' }));
  app.get('/styles.css', (_request, response) => void response.type('css').send(STYLES));
  app.get('/mark.svg', (_request, response) => void response.type('image/svg+xml').send(MARK));
  for (const [path, page] of Object.entries(GET))
    app.get(path, (request, response) => page(context, request, response));
  for (const [path, page] of Object.entries(POST))
    app.post(path, (request, response) => page(context, request, response));
  app.use((request, response) => showNotice(request, response, 'missing'));
  app.use(somethingWrong);
  return app;
}

const SAFETY = {
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Refuses other host names (DNS rebinding) and forms that another site sends. */
function onlyFromHere(request: Request, response: Response, next: NextFunction): void {
  response.set(SAFETY);
  const foreign = request.method === 'POST' && !['same-origin', 'none', undefined].includes(siteOf(request));
  if (!['127.0.0.1', 'localhost'].includes(request.hostname)) response.status(421).type('txt').send('Unknown host');
  else if (foreign) response.status(403).type('txt').send('Forms of this platform only');
  else next();
}

/** Never a stack on the page; what the visitor did wrong keeps its own status (too large, malformed). */
function somethingWrong(
  error: { status?: number; message?: string },
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) return next(error);
  const status = error.status !== undefined && error.status < 500 ? error.status : 500;
  if (status === 500) process.stderr.write(`The practice platform could not show ${request.path}: ${error.message}\n`);
  const words = wordsIn(languageOf(request));
  const [title = '', body = ''] = words.wrong;
  show(request, response, { title, status, main: noticePanel('!', title, html`<p>${body}</p>`, words.backToTimeline) });
}

function siteOf(request: Request): string | undefined {
  const value = request.headers['sec-fetch-site'];
  return typeof value === 'string' ? value : undefined;
}
